using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace TestFlock.RabbitMq.Messages;

/// <summary>
/// Counts what is set aside, and logs the first of each reason and queue: whoever floods a queue with rubbish must not
/// flood the log too.
/// </summary>
internal sealed partial class SetAsideCount(ILogger<SetAsideCount> logger)
{
    private static readonly Meter Meter = new("TestFlock.RabbitMq");
    private static readonly Counter<long> SetAside = Meter.CreateCounter<long>(
        "testflock.messages.set_aside", "{message}", "Messages that could not be read and were moved to the queue "
        + "testflock.aside.");

    private readonly ConcurrentDictionary<(string Queue, SetAsideReason Reason), long> _counts = new();

    public long Of(SetAsideReason reason) => _counts.Where(c => c.Key.Reason == reason).Sum(c => c.Value);

    public void Add(string queue, Unreadable why)
    {
        SetAside.Add(1, new KeyValuePair<string, object?>("reason", why.Reason.ToString()));
        if (_counts.AddOrUpdate((queue, why.Reason), 1, (_, count) => count + 1) == 1)
            First(logger, queue, why.Reason, why.Detail, RabbitMqQueues.Aside);
    }

    [LoggerMessage(311, LogLevel.Warning,
        "A message in {Queue} was set aside ({Reason}: {Detail}); it is in the queue {Aside}. Further ones like it "
        + "are counted, not logged.")]
    private static partial void First(ILogger logger, string queue, SetAsideReason reason, string detail, string aside);
}
