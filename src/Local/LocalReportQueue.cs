using System.Threading.Channels;
using TestFlock.Contracts;
using TestFlock.Core.Transport;

namespace TestFlock.Local;

/// <summary>Reports of one run to its coordinator; one for each slot at most, since a slot waits until its report is taken.</summary>
internal sealed class LocalReportQueue
{
    private readonly Channel<LocalReport> _reports =
        Channel.CreateUnbounded<LocalReport>(new UnboundedChannelOptions { SingleReader = true });

    public async Task SendAsync(AgentReport report, CancellationToken cancellationToken)
    {
        var sent = new LocalReport(report);
        if (!_reports.Writer.TryWrite(sent))
            throw new RunGoneException(report.Run);
        await sent.Taken.WaitAsync(cancellationToken);
    }

    public IAsyncEnumerable<IReportDelivery> ReadAllAsync(CancellationToken cancellationToken) =>
        _reports.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Whoever still waits for custody learns that the run is gone.</summary>
    public void Close()
    {
        _reports.Writer.TryComplete();
        while (_reports.Reader.TryRead(out var unread))
            unread.Refuse();
    }
}
