using Microsoft.Extensions.Logging;

namespace TestFlock.Agent.Run;

internal static partial class FlockRunLog
{
    [LoggerMessage(401, LogLevel.Error, "The agent inside the coordinator failed")]
    public static partial void AgentFailed(this ILogger<FlockRun> logger, Exception exception);

    [LoggerMessage(402, LogLevel.Error, "The channel to the adapter broke; the run is dropped")]
    public static partial void AdapterLost(this ILogger<FlockRun> logger, Exception exception);

    [LoggerMessage(403, LogLevel.Error, "The agent inside the coordinator did not end within {Limit}; "
        + "the process ends without it")]
    public static partial void AgentStuck(this ILogger<FlockRun> logger, TimeSpan limit);
}
