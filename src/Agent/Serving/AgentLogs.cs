using Microsoft.Extensions.Logging;

namespace TestFlock.Agent.Serving;

/// <summary>An agent's log on standard output: a supervisor, a container or a person reads it there.</summary>
internal static class AgentLogs
{
    private const string Timestamp = "yyyy-MM-ddTHH:mm:ss.fffZ ";

    public static ILoggerFactory Create(bool asJson, LogLevel least) => LoggerFactory.Create(logs =>
    {
        logs.SetMinimumLevel(least);
        if (asJson)
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
    });
}
