using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.EventLog;

namespace TestFlock.Agent.Serving;

/// <summary>
/// An agent's log on standard output: a supervisor, a container or a person reads it there. A service of Windows has
/// none, and writes to the event log.
/// </summary>
internal static class AgentLogs
{
    private const string Timestamp = "yyyy-MM-ddTHH:mm:ss.fffZ ";

    /// <summary>Under which name it stands in Windows' event log, whose name it is as well.</summary>
    public const string EventSource = "TestFlock";

    public static ILoggerFactory Create(bool asJson, LogLevel least, bool isService = false) => LoggerFactory.Create(
        logs => Write(logs.SetMinimumLevel(least), asJson, isService));

    private static void Write(ILoggingBuilder logs, bool asJson, bool isService)
    {
        if (isService && OperatingSystem.IsWindows())
        {
            logs.AddEventLog(new EventLogSettings { SourceName = EventSource, LogName = EventSource });
        }
        else if (asJson)
        {
            logs.AddJsonConsole(format =>
            {
                format.IncludeScopes = true;
                format.UseUtcTimestamp = true;
                format.TimestampFormat = Timestamp.TrimEnd();
            });
        }
        else
        {
            logs.AddSimpleConsole(format =>
            {
                format.SingleLine = true;
                format.IncludeScopes = true;
                format.UseUtcTimestamp = true;
                format.TimestampFormat = Timestamp;
            });
        }
    }
}
