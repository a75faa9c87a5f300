using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Core.Runs.Retries;

namespace TestFlock.Core.Runs;

/// <summary>What the user is told of each test in the end: its results once, and that it is over.</summary>
internal sealed class FinalResults(RunBook book, ReportFan reports, RunPlan plan, FurtherAttempts further)
{
    /// <summary>Tells what an earlier run has done, so that what is told is whole.</summary>
    public async ValueTask TellDoneAsync(CancellationToken cancellationToken)
    {
        foreach (var (ordinal, result) in plan.Done)
        {
            var progress = book.Cases[ordinal];
            progress.Add(result);
            progress.End(AttemptEnd.Completed, null, result.EndTime);
            progress.TryTell(result);
            await TellFinalAsync(progress, result, cancellationToken);
            await reports.TellAsync(new CaseFinished(ordinal, progress.Outcome), cancellationToken);
            book.CountFinished(progress);
            progress.LetGo();
        }
    }

    /// <summary>Of these nothing more comes: what was held back of them for a further attempt is told.</summary>
    public async ValueTask SettleAsync(IReadOnlyList<CaseProgress> cases, CancellationToken cancellationToken)
    {
        foreach (var member in cases)
        {
            further.Count(member);
            if (further.MayFollow(member))
            {
                foreach (var result in member.Ended!.Results)
                    await TellAsync(member, member.Ended.End, result, cancellationToken);
            }

            await reports.TellAsync(new CaseFinished(member.Ordinal, member.Outcome), cancellationToken);
            book.CountFinished(member);
            member.LetGo();
        }
    }

    /// <summary>Tells the end of a test that gave no result of its own.</summary>
    /// <remarks>
    /// Also where a row of the same name was told: that the test did not come to its end is always news.
    /// </remarks>
    public ValueTask TellUnfinishedAsync(
        CaseProgress progress, AttemptEnd end, TestResult result, CancellationToken cancellationToken)
    {
        var told = Soften(progress, end, result);
        progress.TryTell(told);
        return TellFinalAsync(progress, told, cancellationToken);
    }

    /// <summary>Tells one result, unless it was told before.</summary>
    public async ValueTask TellAsync(
        CaseProgress progress, AttemptEnd end, TestResult result, CancellationToken cancellationToken)
    {
        var told = Soften(progress, end, result);
        if (progress.TryTell(told))
            await TellFinalAsync(progress, told, cancellationToken);
    }

    // A test that was lost has not failed in the way that is known of it.
    private TestResult Soften(CaseProgress progress, AttemptEnd end, TestResult result) =>
        end is AttemptEnd.Completed or AttemptEnd.HostCrashed or AttemptEnd.TimedOut
            ? plan.Quarantine.Soften(progress.Case, result)
            : result;

    private ValueTask TellFinalAsync(CaseProgress progress, TestResult result, CancellationToken cancellationToken) =>
        reports.TellAsync(
            new ResultFinal(
                progress.Attempt, progress.Place, AttemptStory.AddTo(result, progress, plan.Retry)),
            cancellationToken);
}
