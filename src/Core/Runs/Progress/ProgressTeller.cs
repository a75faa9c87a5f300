using TestFlock.Core.Coordination;
using TestFlock.Core.Overview;
using TestFlock.Core.Progress;
using TestFlock.Core.Reporting;

namespace TestFlock.Core.Runs.Progress;

/// <summary>Tells, after each look at the flock, how far the run is and what it waits for.</summary>
internal sealed class ProgressTeller(
    RunPlan plan,
    RunBook book,
    ReportFan reports,
    IRunRegistration registration,
    LastResortUse lastResort,
    TimeProvider time)
{
    // A look around costs the server more than the other questions, and matters when something does not go on.
    private const int LooksWithoutOverview = 2;

    private readonly WaitJudge _judge = new(plan, lastResort.Serves);
    private readonly long _opened = time.GetTimestamp();
    private int _looks;
    private WaitReason? _reason;

    /// <summary>Whether the next look should be around, too.</summary>
    public bool WantsOverview() =>
        book.IsAnyWaiting && (!book.IsAnyRunning || _looks++ % (LooksWithoutOverview + 1) == 0);

    /// <param name="overview">Null when the look was not around.</param>
    /// <param name="cancellationToken">The user is gone.</param>
    public ValueTask TellAsync(FlockOverview? overview, CancellationToken cancellationToken)
    {
        if (overview is not null || !book.IsAnyWaiting)
            _reason = _judge.Judge(book.OpenBatches, overview ?? new FlockOverview(), time.GetElapsedTime(_opened));
        var now = time.GetUtcNow();
        var progress = book.Measure(now) with { WaitsFor = _reason };
        registration.TellProgress(progress);
        return reports.TellAsync(new ProgressMade(progress, now), cancellationToken);
    }
}
