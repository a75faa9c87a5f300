using TestFlock.Contracts;

namespace TestFlock.Core.Runs;

/// <summary>A batch of the run whose end was not reported yet.</summary>
internal sealed class BatchProgress(Batch batch, int earlierExecutions = 0)
{
    private readonly HashSet<Guid> _executions = [];

    public Batch Batch => batch;

    /// <summary>Distinct slots and times that began with it.</summary>
    public int Executions => earlierExecutions + _executions.Count;

    /// <summary>Whether it was found without an owner and outside the queue the last time one looked.</summary>
    public bool WasAdrift { get; set; }

    public void Begin(Guid execution)
    {
        _executions.Add(execution);
        WasAdrift = false;
    }
}
