using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Core.History;

/// <summary>Hands what the tests of a run took to the history, once the run is over.</summary>
public sealed class HistoryReport(string suite, IDurationHistory history) : IReport
{
    private readonly Dictionary<TestKey, (TimeSpan Sum, int Tests)> _durations = [];
    private IReadOnlyList<TestCase> _cases = [];

    public string Name => "history of durations";

    public async ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken)
    {
        switch (runEvent)
        {
            case RunBegan began:
                _cases = began.Cases;
                break;
            case AttemptFinished { Attempt: { End: AttemptEnd.Completed } attempt } when HasRun(attempt):
                Add(TestKey.Of(_cases[attempt.Id.Ordinal]), Sum(attempt.Results));
                break;
            case RunFinished when _durations.Count > 0:
                var run = _durations.ToDictionary(test => test.Key, test => test.Value.Sum / test.Value.Tests);
                await history.RecordAsync(suite, run, cancellationToken);
                break;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // Rows that share all their names share a key; what is kept is their mean.
    private void Add(TestKey key, TimeSpan duration)
    {
        var (sum, tests) = _durations.GetValueOrDefault(key);
        _durations[key] = (sum + duration, tests + 1);
    }

    // A skipped test says nothing of how long it takes when it is not.
    private static bool HasRun(FinishedAttempt attempt) =>
        attempt.Results.Any(result => result.Outcome is Outcome.Passed or Outcome.Failed);

    private static TimeSpan Sum(IEnumerable<TestResult> results) =>
        results.Aggregate(TimeSpan.Zero, (sum, result) => sum + result.Duration);
}
