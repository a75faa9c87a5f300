using TestFlock.Core.Reporting;

namespace TestFlock.Allure.Tests.Support;

/// <summary>Another report: hears what is told.</summary>
internal sealed class Listener : IReport
{
    public List<RunEvent> Heard { get; } = [];

    public string Name => "others";

    public ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken)
    {
        Heard.Add(runEvent);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
