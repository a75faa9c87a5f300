using TestFlock.Contracts;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Runs.Retries;

/// <summary>Whether a failure is worth another attempt.</summary>
/// <param name="retry">What the user wants.</param>
/// <param name="cases">How many the run has.</param>
internal sealed class RetryJudge(RetryOptions retry, int cases)
{
    private readonly HashSet<int> _failed = [];
    private readonly RetryRules _rules = new(retry.Only, retry.Never);

    /// <summary>Whether a failure was left alone because too many tests had failed.</summary>
    public bool IsBudgetSpent { get; private set; }

    /// <summary>These failures were not the tests' doing: they leave the budget as it was.</summary>
    public void Forgive(IEnumerable<int> ordinals) => _failed.ExceptWith(ordinals);

    /// <param name="group">Every attempt of it has ended.</param>
    public bool WantsAnother(RetryGroup group)
    {
        var failed = group.Members.Where(HasFailed).ToArray();
        foreach (var progress in failed)
            _failed.Add(progress.Ordinal);
        if (failed.Length == 0 || !group.Members.All(member => group.MayTryAfter(member) && IsTheTestsOwnEnd(member)))
            return false;
        if (!failed.All(progress => _rules.Allow(progress.Case, progress.Ended!.Results)))
            return false;
        IsBudgetSpent |= retry.Budget?.Allows(_failed.Count, cases) == false;
        return !IsBudgetSpent;
    }

    /// <summary>Whether its last attempt did.</summary>
    public static bool HasFailed(CaseProgress progress) =>
        progress.Ended is { End: not AttemptEnd.Completed } || progress.AttemptOutcome == Outcome.Failed;

    // Lost agents and searches without end have bounds of their own; what they ended is over.
    private static bool IsTheTestsOwnEnd(CaseProgress progress) => progress.Ended?.End
        is AttemptEnd.Completed or AttemptEnd.HostCrashed or AttemptEnd.TimedOut or AttemptEnd.Missing;
}
