using System.Collections.Concurrent;
using System.Threading.Channels;
using TestFlock.Contracts;
using TestFlock.Core.Transport;

namespace TestFlock.Local;

/// <summary>
/// Reports of one run to its coordinator; one for each slot at most, since a slot waits until its report is taken.
/// </summary>
internal sealed class LocalReportQueue
{
    private readonly Channel<LocalReport> _reports =
        Channel.CreateUnbounded<LocalReport>(new UnboundedChannelOptions { SingleReader = true });

    private readonly ConcurrentDictionary<LocalReport, byte> _waited = new();

    public async Task SendAsync(AgentReport report, CancellationToken cancellationToken)
    {
        var sent = new LocalReport(report);
        _waited.TryAdd(sent, 0);
        try
        {
            if (!_reports.Writer.TryWrite(sent))
                throw new RunGoneException(report.Run);
            await sent.Taken.WaitAsync(cancellationToken);
        }
        finally
        {
            _waited.TryRemove(sent, out _);
        }
    }

    public IAsyncEnumerable<IReportDelivery> ReadAllAsync(CancellationToken cancellationToken) =>
        _reports.Reader.ReadAllAsync(cancellationToken);

    /// <summary>
    /// Whoever still waits for custody learns that the run is gone: also of a report that the coordinator has read and,
    /// being done, never looked at.
    /// </summary>
    public void Close()
    {
        _reports.Writer.TryComplete();
        foreach (var report in _waited.Keys)
            report.Refuse();
    }
}
