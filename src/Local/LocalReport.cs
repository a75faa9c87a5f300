using TestFlock.Contracts;
using TestFlock.Core.Transport;

namespace TestFlock.Local;

/// <summary>
/// A report on its way in memory. The coordinator's acknowledgement is what puts it into custody: until then the files
/// that it names must stay where they are.
/// </summary>
internal sealed class LocalReport(AgentReport report) : IReportDelivery
{
    private readonly TaskCompletionSource _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public AgentReport Report => report;

    public Task Taken => _taken.Task;

    public Task AcknowledgeAsync(CancellationToken cancellationToken)
    {
        _taken.TrySetResult();
        return Task.CompletedTask;
    }

    public void Refuse() => _taken.TrySetException(new RunGoneException(report.Run));
}
