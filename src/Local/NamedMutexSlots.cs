namespace TestFlock.Local;

/// <summary>
/// One system-wide mutex for each slot number. Slot 3 of any coordinator waits for slot 3 of the others, so a machine
/// runs as many tests as its largest coordinator has slots, and the system frees the slot of a process that dies.
/// </summary>
/// <param name="scope">Coordinators of one scope share slots; letters, digits and hyphens.</param>
public sealed class NamedMutexSlots(string scope) : IMachineSlots
{
    private static readonly NamedWaitHandleOptions AllSessionsOfUser =
        new() { CurrentUserOnly = true, CurrentSessionOnly = false };

    public async Task<IDisposable> TakeAsync(int slot, CancellationToken cancellationToken)
    {
        var holder = new Holder($"{scope}-slot-{slot}");
        using var giveUp = cancellationToken.Register(holder.Dispose);
        await holder.Taken;
        cancellationToken.ThrowIfCancellationRequested();
        return holder;
    }

    // A mutex belongs to a thread, and asynchronous code changes threads; so each holding has one of its own.
    private sealed class Holder : IDisposable
    {
        private readonly TaskCompletionSource _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _released = new();

        public Holder(string name) => new Thread(() => Hold(name)) { IsBackground = true, Name = name }.Start();

        public Task Taken => _taken.Task;

        public void Dispose()
        {
            _released.Set();
            _taken.TrySetResult();
        }

        private void Hold(string name)
        {
            try
            {
                using var mutex = new Mutex(initiallyOwned: false, name, AllSessionsOfUser);
                Wait(mutex);
                _taken.TrySetResult();
                _released.Wait();
                mutex.ReleaseMutex();
            }
            catch (Exception e) when (
                e is IOException or UnauthorizedAccessException or WaitHandleCannotBeOpenedException)
            {
                _taken.TrySetException(new IOException(
                    $"The machine's slots cannot be shared: {e.Message} Named mutexes need a writable temporary "
                    + "folder.", e));
            }
        }

        private static void Wait(Mutex mutex)
        {
            try
            {
                mutex.WaitOne();
            }
            catch (AbandonedMutexException)
            {
                // Its holder died; the mutex is ours now, which is all that counts.
            }
        }
    }
}
