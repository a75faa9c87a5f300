namespace TestFlock.RabbitMq.Publishing;

/// <summary>
/// Bounds what is under way to the broker, by messages and by bytes, first come first served. A message larger than the
/// whole window passes alone.
/// </summary>
internal sealed class PublishWindow(int mostMessages, long mostBytes)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Waiter> _waiting = []; // guarded by _gate
    private int _messages; // guarded by _gate
    private long _bytes; // guarded by _gate

    /// <summary>Waits for room; disposing the result gives it back.</summary>
    public async ValueTask<IDisposable> EnterAsync(long bytes, CancellationToken cancellationToken)
    {
        LinkedListNode<Waiter> node;
        lock (_gate)
        {
            if (_waiting.Count == 0 && TryTake(bytes))
                return new Place(this, bytes);
            node = _waiting.AddLast(new Waiter(bytes));
        }

        await using (cancellationToken.Register(() => GiveUp(node, cancellationToken)))
            await node.Value.Entered.Task;
        return new Place(this, bytes);
    }

    private bool TryTake(long bytes)
    {
        if (_messages > 0 && (_messages >= mostMessages || _bytes + bytes > mostBytes))
            return false;
        _messages++;
        _bytes += bytes;
        return true;
    }

    private void Leave(long bytes)
    {
        lock (_gate)
        {
            _messages--;
            _bytes -= bytes;
            LetIn();
        }
    }

    private void GiveUp(LinkedListNode<Waiter> node, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            // A waiter that was let in has its place, and gives it back like any other.
            if (node.List is null)
                return;
            _waiting.Remove(node);
            node.Value.Entered.TrySetCanceled(cancellationToken);
            LetIn();
        }
    }

    private void LetIn()
    {
        while (_waiting.First is { } first && TryTake(first.Value.Bytes))
        {
            _waiting.RemoveFirst();
            first.Value.Entered.TrySetResult();
        }
    }

    private sealed class Waiter(long bytes)
    {
        public long Bytes => bytes;

        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Place(PublishWindow window, long bytes) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                window.Leave(bytes);
        }
    }
}
