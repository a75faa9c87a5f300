using TestFlock.Contracts;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Runs.Retries;

/// <summary>Whether a failure is worth another attempt.</summary>
internal sealed class RetryJudge(RetryOptions retry)
{
    private readonly HashSet<int> _failed = [];

    /// <summary>
    /// Whether results of the attempt may yet be superseded, and so must not be told before it is over.
    /// </summary>
    public bool Holds(AttemptId attempt) => attempt.Number <= retry.Max;

    /// <param name="group">What is tried again together; every attempt of it has ended.</param>
    public bool WantsAnother(IReadOnlyList<CaseProgress> group)
    {
        var failed = group.Where(HasFailed).ToArray();
        foreach (var progress in failed)
            _failed.Add(progress.Ordinal);
        return failed.Length > 0
            && group.All(progress => Holds(progress.Attempt) && IsTheTestsOwnEnd(progress))
            && (retry.Budget is not { } budget || _failed.Count <= budget);
    }

    private static bool HasFailed(CaseProgress progress) =>
        progress.Ended is { End: not AttemptEnd.Completed } || progress.AttemptOutcome == Outcome.Failed;

    // Lost agents and searches without end have bounds of their own; what they ended is over.
    private static bool IsTheTestsOwnEnd(CaseProgress progress) => progress.Ended?.End
        is AttemptEnd.Completed or AttemptEnd.HostCrashed or AttemptEnd.TimedOut or AttemptEnd.Missing;
}
