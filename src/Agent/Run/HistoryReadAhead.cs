using TestFlock.Core.History;

namespace TestFlock.Agent.Run;

/// <summary>
/// A history that begins to read one suite at once: 20,000 tests take some tenths of a second, for which whoever plans
/// the run would wait.
/// </summary>
internal sealed class HistoryReadAhead(IDurationHistory history, string suite) : IDurationHistory
{
    private readonly Task<SuiteDurations> _read = Task.Run(() => history.ReadAsync(suite, CancellationToken.None));

    public Task<SuiteDurations> ReadAsync(string wanted, CancellationToken cancellationToken) =>
        wanted == suite ? _read.WaitAsync(cancellationToken) : history.ReadAsync(wanted, cancellationToken);

    public Task RecordAsync(
        string recorded, IReadOnlyDictionary<TestKey, TimeSpan> run, CancellationToken cancellationToken) =>
        history.RecordAsync(recorded, run, cancellationToken);
}
