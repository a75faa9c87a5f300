using System.Diagnostics.CodeAnalysis;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Core.Runs.Retries;

/// <summary>
/// Decides, when an attempt has ended, whether it was the last, and makes the batches of those that follow.
/// </summary>
internal sealed class FurtherAttempts(RunBook book, RunPlan plan)
{
    private readonly Queue<Batch> _due = new();
    private readonly RetryGroups _groups = new(
        book.Cases, plan.Retry, plan.Retries, plan.Done, IncrementalOf(plan));
    private readonly RetryJudge _judge = new(plan.Retry, plan.Cases.Count);
    private readonly RetrySummary _summary = new(plan.Retry);

    /// <summary>
    /// Whether a later attempt may supersede the results of this one, so that they must not be told before it is over.
    /// </summary>
    public bool MayFollow(CaseProgress progress) => _groups.Of(progress).MayTryAfter(progress);

    /// <summary>The next batch of further attempts, to be published when the pause before them is over.</summary>
    public bool TryTakeBatch([NotNullWhen(true)] out Batch? batch) => _due.TryDequeue(out batch);

    /// <param name="progress">Its attempt has just ended.</param>
    /// <param name="isStopping">Then no further attempt is begun.</param>
    /// <returns>The cases whose last word can be told now.</returns>
    public IReadOnlyList<CaseProgress> TakeEnd(CaseProgress progress, bool isStopping)
    {
        var group = _groups.Of(progress);
        if (group.Members.Any(member => member.IsAwaited))
            return [];
        if (isStopping || !_judge.WantsAnother(group))
            return group.Members;
        string[] avoided = [.. group.Members.Where(RetryJudge.HasFailed).Select(m => m.Place.Agent).Distinct()];
        foreach (var member in group.Members)
            member.BeginAgain();
        _due.Enqueue(book.BatchAgain(group.Members, avoided));
        return [];
    }

    /// <summary>These tests failed by no fault of their own.</summary>
    public void Forgive(IEnumerable<int> ordinals) => _judge.Forgive(ordinals);

    /// <summary>Counts a case whose last attempt is about to be told.</summary>
    public void Count(CaseProgress progress) => _summary.Count(progress);

    private static HashSet<int> IncrementalOf(RunPlan plan) =>
    [
        .. plan.Batches.SelectMany(batch => batch.Units).SelectMany(unit => unit.Attempts)
            .Where(attempt => attempt.IncrementalClass is not null).Select(attempt => attempt.Id.Ordinal),
    ];

    /// <returns>What further attempts came to; null when there was nothing of them.</returns>
    public NoteMade? Tell() => _summary.Tell(_judge.IsBudgetSpent);
}
