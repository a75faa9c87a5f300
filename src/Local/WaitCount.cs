namespace TestFlock.Local;

/// <summary>How many slots wait for one and the same thing now.</summary>
internal sealed class WaitCount
{
    private int _waiting;

    public int Now => Volatile.Read(ref _waiting);

    /// <summary>One more, until the result is disposed.</summary>
    public IDisposable Add() => new Wait(this);

    private sealed class Wait : IDisposable
    {
        private readonly WaitCount _count;

        public Wait(WaitCount count)
        {
            _count = count;
            Interlocked.Increment(ref _count._waiting);
        }

        public void Dispose() => Interlocked.Decrement(ref _count._waiting);
    }
}
