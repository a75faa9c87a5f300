using System.Threading.Channels;
using TestFlock.Contracts;
using TestFlock.Core.Transport;

namespace TestFlock.Execution.Slots;

/// <summary>
/// Sends the events of one execution of a batch in order. While one report is on its way the next events gather, so
/// that short tests share reports and a slow one is told at once, without a timer.
/// </summary>
internal sealed class ReportStream : IAsyncDisposable
{
    // A broker that is away must slow the tests down, not fill the memory.
    private const int MostEventsWaiting = 4096;

    // Keeps a report well below what brokers accept as one message, since results carry output.
    private const int MostEventsInReport = 256;

    private readonly Channel<AgentEvent> _events = Channel.CreateBounded<AgentEvent>(
        new BoundedChannelOptions(MostEventsWaiting) { SingleReader = true });
    private readonly IAgentTransport _transport;
    private readonly AgentReport _envelope;
    private readonly CancellationTokenSource _abandoned = new();
    private readonly Task _sending;

    public ReportStream(IAgentTransport transport, AgentReport envelope)
    {
        _transport = transport;
        _envelope = envelope;
        _sending = SendAsync(_abandoned.Token);
    }

    /// <summary>Waits only when too many events are unsent.</summary>
    /// <exception cref="RunGoneException">Nobody gathers the results any more.</exception>
    public async ValueTask TellAsync(AgentEvent happened)
    {
        try
        {
            await _events.Writer.WriteAsync(happened);
        }
        catch (ChannelClosedException)
        {
            await _sending;
            throw;
        }
    }

    /// <summary>Returns when every event is in the transport's custody.</summary>
    /// <exception cref="RunGoneException">Nobody gathers the results any more.</exception>
    public async Task CompleteAsync()
    {
        _events.Writer.TryComplete();
        await _sending;
    }

    public async ValueTask DisposeAsync()
    {
        _events.Writer.TryComplete();
        await _abandoned.CancelAsync();
        await ((Task)_sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _abandoned.Dispose();
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            var sent = 0L;
            while (await _events.Reader.WaitToReadAsync(cancellationToken))
            {
                var events = TakeWaiting();
                await _transport.ReportAsync(
                    _envelope with { FirstEvent = sent + 1, Events = events }, cancellationToken);
                sent += events.Count;
            }
        }
        finally
        {
            // Whoever still tells events learns the failure instead of waiting for room for ever.
            _events.Writer.TryComplete();
        }
    }

    private List<AgentEvent> TakeWaiting()
    {
        var events = new List<AgentEvent>();
        while (events.Count < MostEventsInReport && _events.Reader.TryRead(out var happened))
            events.Add(happened);
        return events;
    }
}
