using Microsoft.Extensions.Logging;

namespace TestFlock.RabbitMq.Connecting;

internal sealed partial class RabbitMqConnection
{
    [LoggerMessage(301, LogLevel.Warning, "The connection to {Server} broke: {Why}")]
    private static partial void Broken(ILogger logger, string server, string why);

    [LoggerMessage(302, LogLevel.Debug, "{Server} is still away, try {Attempt}: {Why}")]
    private static partial void StillAway(ILogger logger, string server, int attempt, string why);

    [LoggerMessage(303, LogLevel.Information, "Connected to {Server} again, after {Away}")]
    private static partial void Restored(ILogger logger, string server, TimeSpan away);

    [LoggerMessage(304, LogLevel.Debug, "A call to the broker is tried again: {Why}")]
    private static partial void TryingAgain(ILogger logger, string why);
}
