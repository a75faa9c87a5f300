using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Tests.Conformance.Faults;

/// <summary>Keeps count of what a run tells, and says what of it cannot be.</summary>
internal sealed class FaultLedger : IReport
{
    private readonly List<FinishedAttempt> _attempts = [];
    private readonly List<ResultFinal> _finals = [];
    private readonly List<CaseFinished> _cases = [];

    public string Name => "ledger";

    public int Count => _cases.Count;

    public ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken)
    {
        switch (runEvent)
        {
            case AttemptFinished finished:
                _attempts.Add(finished.Attempt);
                break;
            case ResultFinal final:
                _finals.Add(final);
                break;
            case CaseFinished finished:
                _cases.Add(finished);
                break;
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public IReadOnlyList<string> FindFaults(FaultPlan plan)
    {
        var faults = new List<string>();
        for (var ordinal = 0; ordinal < plan.Cases.Count; ordinal++)
        {
            var attempts = _attempts.Where(attempt => attempt.Id.Ordinal == ordinal).ToArray();
            var told = _cases.Count(finished => finished.Ordinal == ordinal);
            var numbers = attempts.Select(attempt => attempt.Id.Number).ToArray();
            if (told != 1)
                faults.Add($"test {ordinal} was told as finished {told} times");
            if (!numbers.SequenceEqual(Enumerable.Range(1, numbers.Length)) || numbers.Length == 0)
                faults.Add($"test {ordinal} has the attempts {string.Join(", ", numbers)}");
            foreach (var attempt in attempts.Where(attempt => attempt.End == AttemptEnd.Completed))
                CheckWhole(plan, attempt, faults);
            if (plan.IsExact)
                CheckExact(plan, ordinal, attempts, faults);
            else if (!_finals.Exists(final => final.Attempt.Ordinal == ordinal))
                faults.Add($"test {ordinal} has no result");
        }

        return faults;
    }

    private static void CheckWhole(FaultPlan plan, FinishedAttempt attempt, List<string> faults)
    {
        var rows = attempt.Results.Select(result => result.DisplayName).ToArray();
        var wanted = Enumerable.Range(0, plan.RowsOf(attempt.Id.Ordinal)).Select(row => $"row {row}");
        if (!rows.SequenceEqual(wanted))
            faults.Add($"attempt {attempt.Id} has the results {string.Join(", ", rows)}");
        if (attempt.Results.Select(result => result.ErrorMessage).Distinct().Count() > 1)
            faults.Add($"attempt {attempt.Id} has results of several executions");
    }

    private void CheckExact(FaultPlan plan, int ordinal, FinishedAttempt[] attempts, List<string> faults)
    {
        var expected = plan.AttemptsOf(ordinal);
        if (attempts.Length != expected)
            faults.Add($"test {ordinal} has {attempts.Length} attempts instead of {expected}");
        var outcome = _cases.Find(finished => finished.Ordinal == ordinal)?.Outcome;
        if (outcome != (plan.Fails(new AttemptId(ordinal, expected)) ? Outcome.Failed : Outcome.Passed))
            faults.Add($"test {ordinal} was told as {outcome}");
        var finals = _finals.Where(final => final.Attempt.Ordinal == ordinal).ToArray();
        if (finals.Length != plan.RowsOf(ordinal))
            faults.Add($"test {ordinal} was told with {finals.Length} results instead of {plan.RowsOf(ordinal)}");
        if (attempts.Any(attempt => attempt.End != AttemptEnd.Completed))
            faults.Add($"test {ordinal} has ends {string.Join(", ", attempts.Select(attempt => attempt.End))}");
    }
}
