using Microsoft.Extensions.Logging;
using TestFlock.Core.Servers;

namespace TestFlock.Agent.Serving;

/// <summary>Writes down when a server is away, and when it is back.</summary>
internal sealed partial class OutageLog(ILogger<OutageLog> logger) : IServerWatcher
{
    public void Lost(string server, string why) => IsAway(logger, server, why);

    public void Back(string server, TimeSpan awayFor) => IsBack(logger, server, awayFor);

    [LoggerMessage(521, LogLevel.Warning, "{Server} cannot be reached ({Why}); it is waited "
        + "for, and tests that run go on")]
    private static partial void IsAway(ILogger logger, string server, string why);

    [LoggerMessage(522, LogLevel.Information, "{Server} is back after {AwayFor}")]
    private static partial void IsBack(ILogger logger, string server, TimeSpan awayFor);
}
