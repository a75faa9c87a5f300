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
        var numbers = attempts.Select(attempt => attempt.Id.Number);
        if (attempts.Length == 0 || !numbers.SequenceEqual(Enumerable.Range(1, attempts.Length)))
            yield return "has not each attempt once";
        else if (FindFaultOfFinals(ordinal, attempts[^1], told) is { } fault)
            yield return fault;

        var counted = attempts.Where(a => a.End == AttemptEnd.Completed).ToArray();
        var turns = counted.SelectMany(a => a.Results).Select(TurnOf).ToArray();
        if (turns.Length != counted.Length || turns.Distinct().Count() != turns.Length)
            yield return "counts an execution twice, or half of one";
        if (counted.Any(a => a.Results.Any(r => schedule.Turns[ordinal].IsPass(TurnOf(r)) != IsWell(a))))
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

    // What was told cannot be taken back: it stands where its execution died right after it, and the result of the next
    // is no news then. That the last attempt did not come to its end is told beside it.
    private string? FindFaultOfFinals(int ordinal, FinishedAttempt last, CaseFinished[] told)
    {
        var finals = _finals.Where(final => final.Attempt.Ordinal == ordinal).ToArray();
        var ends = finals.Count(final => IsUnfinished(final.Result));
        var own = finals.Select(final => final.Result).Where(result => !IsUnfinished(result)).ToArray();
        var isCompleted = last.End == AttemptEnd.Completed;
        if (ends != (isCompleted ? 0 : 1) || own.Length > 1 || (isCompleted && own.Length == 0))
            return $"has {own.Length} final results and {ends} ends without one";
        if (finals.Any(final => final.Attempt != last.Id))
            return "has a final result of an attempt before the last";
        if (own.Any(result => schedule.Turns[ordinal].IsPass(TurnOf(result)) != (result.Outcome == Outcome.Passed)))
            return "has a final result with another outcome than that of its execution";
        if (schedule.IsExact && own.Any(result => !last.Results.Select(TurnOf).Contains(TurnOf(result))))
            return "has a final result that its last attempt has not";
        var isPassed = finals.All(final => final.Result.Outcome == Outcome.Passed);
        return told.Any(finished => (finished.Outcome == Outcome.Passed) != isPassed)
            ? $"was told as {told[0].Outcome}"
            : null;
    }

    private static bool IsUnfinished(TestResult result) =>
        result.ErrorMessage!.StartsWith("TestFlock: ", StringComparison.Ordinal);

    private static string TurnOf(TestResult result) => result.ErrorMessage!;

    private FinishedAttempt[] Of(int ordinal) =>
        [.. _attempts.Where(attempt => attempt.Id.Ordinal == ordinal)];

    private static bool IsWell(FinishedAttempt attempt) => attempt.End == AttemptEnd.Completed
        && attempt.Results.All(result => result.Outcome == Outcome.Passed);

    private string Story(int ordinal)
    {
        var attempts = Of(ordinal).Select(attempt =>
            $"{attempt.Id.Number} {attempt.End} by {attempt.Place.Agent} {Story(attempt.Results)}");
        var finals = _finals.Where(final => final.Attempt.Ordinal == ordinal).Select(final =>
            $"{final.Attempt.Number} by {final.Place.Agent} {Story([final.Result])}");
        return $"{string.Join(", ", attempts)}; its final results: {string.Join(", ", finals)}";
    }

    private static string Story(IEnumerable<TestResult> results) =>
        string.Join('/', results.Select(result => $"{result.ErrorMessage}:{result.Outcome}"));
}
