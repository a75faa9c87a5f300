using TestFlock.Core.Reporting;

namespace TestFlock.Fleet.Tests.Protocol;

/// <summary>What the user would be told of tests.</summary>
internal sealed class FinalResults : IReport
{
    public string Name => "final results";

    public List<ResultFinal> All { get; } = [];

    public ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken)
    {
        if (runEvent is ResultFinal result)
            All.Add(result);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
