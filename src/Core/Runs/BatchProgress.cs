using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Core.Runs;

/// <summary>A batch of the run whose end was not reported yet.</summary>
internal sealed class BatchProgress(Batch batch, int earlierExecutions = 0)
{
    private readonly HashSet<Guid> _executions = [];
    private AttemptPlace? _place;

    public Batch Batch => batch;

    /// <summary>Distinct slots and times that began with it.</summary>
    public int Executions => earlierExecutions + _executions.Count;

    /// <summary>Whether it was found without an owner and outside the queue the last time one looked.</summary>
    public bool WasAdrift { get; set; }

    /// <returns>Who began it last and never ended it; null when nobody did.</returns>
    public AttemptPlace? Begin(Guid execution, AttemptPlace place)
    {
        WasAdrift = false;
        if (!_executions.Add(execution))
            return null;
        var before = _place;
        _place = place;
        return before;
    }
}
