namespace TestFlock.TestAdapter.Tests.Flock;

/// <summary>Time that moves when a test says so.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly object _turn = new();
    private readonly List<Timer> _timers = [];
    private readonly List<(TimeSpan DueTime, TaskCompletionSource Set)> _awaited = [];

    /// <summary>Completes when a timer of this due time is set, now or later.</summary>
    public Task WhenSetAsync(TimeSpan dueTime)
    {
        lock (_turn)
        {
            if (_timers.Exists(timer => timer.DueTime == dueTime))
                return Task.CompletedTask;
            var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((dueTime, set));
            return set.Task;
        }
    }

    /// <summary>Lets every timer of this due time ring.</summary>
    public void Ring(TimeSpan dueTime)
    {
        Timer[] ringing;
        lock (_turn)
        {
            ringing = [.. _timers.Where(timer => timer.DueTime == dueTime)];
            _timers.RemoveAll(ringing.Contains);
        }

        foreach (var timer in ringing)
            timer.Ring();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(ManualTime time, Action ring) : ITimer
    {
        public TimeSpan DueTime { get; private set; } = Timeout.InfiniteTimeSpan;

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._turn)
            {
                DueTime = dueTime;
                time._timers.Remove(this);
                if (dueTime == TimeSpan.Zero)
                    ThreadPool.QueueUserWorkItem(_ => ring());
                else if (dueTime != Timeout.InfiniteTimeSpan)
                    time._timers.Add(this);
                foreach (var (_, set) in time._awaited.Where(awaited => awaited.DueTime == dueTime))
                    set.TrySetResult();
                return true;
            }
        }

        public void Dispose()
        {
            lock (time._turn)
                time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
