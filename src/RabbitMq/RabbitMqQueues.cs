using System.Security.Cryptography;
using System.Text;
using TestFlock.Contracts;
using TestFlock.Core.Transport;

namespace TestFlock.RabbitMq;

/// <summary>
/// Names and arguments of the queues. A run's queues are durable, so that a network flap or a restart of the broker
/// loses nothing; they expire by themselves when their coordinator vanished. The queue type is the virtual host's
/// default: operators of a cluster choose quorum.
/// </summary>
internal static class RabbitMqQueues
{
    /// <summary>
    /// Where messages go that nobody could read, for a person to look at. Bounded; the oldest make room.
    /// </summary>
    public const string Aside = "testflock.aside";

    private const int MostSetAside = 1_000;
    private static readonly TimeSpan AsideKept = TimeSpan.FromDays(7);

    public static IDictionary<string, object?> AsideArguments { get; } = new Dictionary<string, object?>
    {
        ["x-max-length"] = MostSetAside,
        ["x-overflow"] = "drop-head",
        ["x-message-ttl"] = (long)AsideKept.TotalMilliseconds,
    };

    /// <summary>What agents report about the run.</summary>
    public static string ReportsOf(RunId run) => $"testflock.reports.{run}";

    /// <summary>Both sides work the name out by themselves; requirements of any length and characters fit.</summary>
    public static string WorkOf(QueueName queue) =>
        queue.Requirements.Length == 0
            ? $"testflock.work.{queue.Run}"
            : $"testflock.work.{queue.Run}.{ShortHash(queue.Requirements)}";

    public static IDictionary<string, object?> ArgumentsOfRun(TimeSpan expiry) => new Dictionary<string, object?>
    {
        ["x-expires"] = (long)expiry.TotalMilliseconds,
        ["x-dead-letter-exchange"] = "",
        ["x-dead-letter-routing-key"] = Aside,
    };

    private static string ShortHash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
