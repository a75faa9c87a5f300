namespace TestFlock.Core.Reporting;

/// <summary>
/// A consumer of run events. Events come in order and one at a time; a report that throws is told to the user once,
/// left out from then on, and never fails the run.
/// </summary>
public interface IReport : IAsyncDisposable
{
    /// <summary>What the user calls it, for the message when it fails.</summary>
    string Name { get; }

    ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken);
}
