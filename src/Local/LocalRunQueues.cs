using System.Diagnostics.CodeAnalysis;
using TestFlock.Contracts;

namespace TestFlock.Local;

/// <summary>The queues of one run: batches out by requirement set, reports back.</summary>
internal sealed class LocalRunQueues
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedList<Batch>> _batches = []; // guarded by _gate

    public LocalReportQueue Reports { get; } = new();

    public void Add(Batch batch)
    {
        lock (_gate)
            QueueOf(batch.Requirements).AddLast(batch);
    }

    /// <summary>A returned batch keeps its turn: it goes to the head.</summary>
    public void Return(Batch batch)
    {
        lock (_gate)
            QueueOf(batch.Requirements).AddFirst(batch);
    }

    public bool TryTake(string requirements, [NotNullWhen(true)] out Batch? batch)
    {
        lock (_gate)
        {
            var queue = QueueOf(requirements);
            batch = queue.First?.Value;
            if (batch is null)
                return false;
            queue.RemoveFirst();
            return true;
        }
    }

    public int Count(string requirements)
    {
        lock (_gate)
            return QueueOf(requirements).Count;
    }

    private LinkedList<Batch> QueueOf(string requirements)
    {
        if (!_batches.TryGetValue(requirements, out var queue))
            _batches[requirements] = queue = [];
        return queue;
    }
}
