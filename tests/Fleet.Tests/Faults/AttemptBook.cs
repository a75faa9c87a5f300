using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Fleet.Tests.Faults;

/// <summary>Keeps count of what a run tells, and says what of it cannot be.</summary>
internal sealed class AttemptBook(FaultSchedule schedule) : IReport
{
    private readonly List<FinishedAttempt> _attempts = [];
    private readonly List<ResultFinal> _finals = [];
    private readonly List<CaseFinished> _cases = [];

    public string Name => "attempts";

    public string SoFar => $"{_cases.Count} of {schedule.Cases.Count} tests told";

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

    public IEnumerable<string> FindFaults() => Enumerable.Range(0, schedule.Cases.Count).SelectMany(
        ordinal => FindFaults(ordinal).Select(fault => $"test {ordinal} {fault}; its attempts: {Story(ordinal)}"));

    private IEnumerable<string> FindFaults(int ordinal)
    {
        var attempts = Of(ordinal);
        var told = _cases.Where(finished => finished.Ordinal == ordinal).ToArray();
        if (told.Length != 1)
            yield return $"was told as finished {told.Length} times";
        if (_finals.Count(final => final.Attempt.Ordinal == ordinal) != 1)
            yield return "has not one final result";
        var numbers = attempts.Select(attempt => attempt.Id.Number);
        if (attempts.Length == 0 || !numbers.SequenceEqual(Enumerable.Range(1, attempts.Length)))
            yield return "has not each attempt once";
        if (attempts.Length > 0 && told.Any(finished => (finished.Outcome == Outcome.Passed) != IsWell(attempts[^1])))
            yield return $"was told as {told[0].Outcome}";

        var counted = attempts.Where(a => a.End == AttemptEnd.Completed).ToArray();
        var turns = counted.SelectMany(a => a.Results).Select(result => result.DisplayName!).ToArray();
        if (turns.Length != counted.Length || turns.Distinct().Count() != turns.Length)
            yield return "counts an execution twice, or half of one";
        if (counted.Any(a => a.Results.Any(r => schedule.Turns[ordinal].IsPass(r.DisplayName!) != IsWell(a))))
            yield return "has an attempt with another outcome than that of its execution";
        var verdicts = schedule.Turns[ordinal].FindVerdicts().Keys.Except(turns).ToArray();
        if (schedule.IsExact && verdicts.Length > 0)
            yield return $"does not count the executions {string.Join(", ", verdicts)}";

        // What is tried again together has the same attempts, each but the last because one of them had failed.
        var group = schedule.GroupOf(ordinal).Select(Of).ToArray();
        if (group.Any(member => member.Length != attempts.Length))
            yield return "has not as many attempts as the rest of its class";
        else if (attempts.SkipLast(1).Where((_, index) => group.All(member => IsWell(member[index]))).Any())
            yield return "was tried again though all was well";
        else if (attempts.Length <= schedule.Retry.Max && group.Any(member => !IsWell(member[^1])))
            yield return $"was not tried again, {schedule.Retry.Max} times allowed";
        else if (attempts.Length > schedule.Retry.Max + 1)
            yield return $"was tried too often, {schedule.Retry.Max} times allowed";
    }

    private FinishedAttempt[] Of(int ordinal) =>
        [.. _attempts.Where(attempt => attempt.Id.Ordinal == ordinal)];

    private static bool IsWell(FinishedAttempt attempt) => attempt.End == AttemptEnd.Completed
        && attempt.Results.All(result => result.Outcome == Outcome.Passed);

    private string Story(int ordinal) => string.Join(", ", Of(ordinal).Select(attempt =>
        $"{attempt.Id.Number} {attempt.End} by {attempt.Place.Agent} "
        + string.Join('/', attempt.Results.Select(result => $"{result.DisplayName}:{result.Outcome}"))));
}
