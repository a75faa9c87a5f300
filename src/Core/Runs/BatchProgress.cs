using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Core.Runs;

/// <summary>A batch of the run whose end was not reported yet.</summary>
internal sealed class BatchProgress(Batch batch, int earlierExecutions = 0)
{
    private readonly HashSet<Guid> _executions = [];
    private AttemptPlace? _place;

    /// <summary>As it was published, without what was given back.</summary>
    public Batch Batch { get; private set; } = batch;

    public int Cases { get; private set; } = batch.Units.Sum(unit => unit.Attempts.Count);

    /// <summary>Distinct slots and times that began with it.</summary>
    public int Executions => earlierExecutions + _executions.Count;

    /// <summary>How often one looked at it while it waited for other agents than one could have had.</summary>
    public int LooksInVain { get; set; }

    /// <summary>Whether it was found without an owner and outside the queue the last time one looked.</summary>
    public bool WasAdrift { get; set; }

    /// <summary>The slot that has it in hand; null while it waits in its queue.</summary>
    public AttemptPlace? Place { get; private set; }

    /// <summary>When that slot took it.</summary>
    public DateTimeOffset Taken { get; private set; }

    /// <summary>Whether the slot that has it has begun with a test.</summary>
    public bool HasBegunTests { get; set; }

    /// <summary>When something was heard of it last, as a time stamp of the coordinator's clock.</summary>
    public long Heard { get; set; }

    /// <summary>How often its slot was asked for what it has not begun.</summary>
    public int TimesAsked { get; private set; }

    /// <summary>Whether the slot has said what that is: it has nothing more to give.</summary>
    public bool HasAnswered { get; private set; }

    /// <summary>Among how many slots that is to be shared; the one that gives is free soon, too.</summary>
    public int Shares { get; set; } = 1;

    /// <summary>Why it could not be run the last time that it was tried; null when it was not.</summary>
    public string? LastFailure { get; init; }

    /// <summary>What is to be known for a forecast: by history, cases, and for how long it runs.</summary>
    /// <param name="now">By the coordinator's clock; when it was taken is told by its agent's.</param>
    public (TimeSpan Expected, int Cases, TimeSpan Running) Remaining(DateTimeOffset now) => (
        Batch.ExpectedDuration, Cases, Place is null || now < Taken ? TimeSpan.Zero : now - Taken);

    /// <returns>Who began it last and never ended it; null when nobody did.</returns>
    public AttemptPlace? Begin(Guid execution, AttemptPlace place, DateTimeOffset at)
    {
        (WasAdrift, Place, Taken, HasBegunTests) = (false, place, at, false);
        (TimesAsked, HasAnswered) = (0, false);
        if (!_executions.Add(execution))
            return null;
        var before = _place;
        _place = place;
        return before;
    }

    public void Ask() => (TimesAsked, Shares) = (TimesAsked + 1, 2);

    /// <param name="rest">What of it stays with the slot that was asked.</param>
    public void Keep(Batch rest)
    {
        (HasAnswered, Batch) = (true, rest);
        Cases = rest.Units.Sum(unit => unit.Attempts.Count);
    }

    /// <summary>It is about to be in its queue again.</summary>
    public void PutBack() => Place = null;
}
