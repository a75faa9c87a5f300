using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Core.Runs;

/// <summary>A batch of the run whose end was not reported yet.</summary>
internal sealed class BatchProgress(Batch batch, int earlierExecutions = 0)
{
    private readonly HashSet<Guid> _executions = [];
    private AttemptPlace? _place;

    public Batch Batch => batch;

    public int Cases { get; } = batch.Units.Sum(unit => unit.Attempts.Count);

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
        if (!_executions.Add(execution))
            return null;
        var before = _place;
        _place = place;
        return before;
    }

    /// <summary>It is about to be in its queue again.</summary>
    public void PutBack() => Place = null;
}
