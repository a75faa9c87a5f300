using System.Threading.Channels;
using TestFlock.Core.Transport;

namespace TestFlock.Core.Runs;

/// <summary>Everything that happens to a run, from whatever thread, in one line.</summary>
internal sealed class RunInbox(TimeProvider time)
{
    private readonly Channel<RunSignal> _signals =
        Channel.CreateUnbounded<RunSignal>(new UnboundedChannelOptions { SingleReader = true });

    public void Post(RunSignal signal) => _signals.Writer.TryWrite(signal);

    public ValueTask<RunSignal> TakeAsync(CancellationToken cancellationToken) =>
        _signals.Reader.ReadAsync(cancellationToken);

    public ITimer PostEvery(TimeSpan period, RunSignal signal) =>
        time.CreateTimer(_ => Post(signal), null, period, period);

    public ITimer PostAfter(TimeSpan delay, RunSignal signal) =>
        time.CreateTimer(_ => Post(signal), null, delay, Timeout.InfiniteTimeSpan);

    public async Task PostReportsAsync(IRunTransport transport, CancellationToken cancellationToken)
    {
        await foreach (var delivery in transport.ReadReportsAsync(cancellationToken))
            Post(new ReportArrived(delivery));
    }
}
