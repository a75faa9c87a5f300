using Microsoft.Extensions.Logging;

namespace TestFlock.Agent.Serving;

internal static partial class AgentProcessLog
{
    [LoggerMessage(501, LogLevel.Information,
        "Agent {Agent} offers {Slots} slots ({Capabilities}) to the runs at {Broker} and {Coordination}; "
            + "files of calls lie in {Folder}")]
    public static partial void Serves(
        this ILogger<AgentProcess> logger,
        string agent,
        int slots,
        string capabilities,
        string broker,
        string coordination,
        string folder);

    [LoggerMessage(502, LogLevel.Information, "Agent {Agent} has left")]
    public static partial void Left(this ILogger<AgentProcess> logger, string agent);

    [LoggerMessage(505, LogLevel.Warning,
        "Agent {Agent} could not give everything back within {Patience}, as when a server is away; its rights there "
        + "expire")]
    public static partial void LeftInDebt(this ILogger<AgentProcess> logger, string agent, TimeSpan patience);

    [LoggerMessage(503, LogLevel.Critical, "Agent {Agent} cannot serve: {Why}")]
    public static partial void CannotServe(this ILogger<AgentProcess> logger, string agent, string why);

    [LoggerMessage(506, LogLevel.Warning, "Not everything is measured: {Problem}")]
    public static partial void NotMeasured(this ILogger<AgentProcess> logger, string problem);

    [LoggerMessage(504, LogLevel.Critical, "Agent {Agent} broke; whatever supervises it should start it again")]
    public static partial void Broke(this ILogger<AgentProcess> logger, string agent, Exception exception);
}
