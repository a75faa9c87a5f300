namespace TestFlock.Testing;

/// <summary>
/// A clock that stands still until a test moves it; timers that come due fire on the mover's thread, in order.
/// </summary>
public sealed class ManualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<(TimeSpan DueTime, TaskCompletionSource Set)> _awaited = [];
    private DateTimeOffset _now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (_gate)
            _timers.Add(timer);
        Tell(dueTime);
        return timer;
    }

    /// <summary>Moves the clock step by step through every timer that comes due.</summary>
    public void Advance(TimeSpan by)
    {
        var target = GetUtcNow() + by;
        while (NextDue(target) is { } due)
        {
            lock (_gate)
                _now = due.At > _now ? due.At : _now;
            due.Timer.Fire(due.At);
        }

        lock (_gate)
            _now = target;
    }

    /// <summary>
    /// Completes when a timer that is due after <paramref name="dueTime"/> from now is set, or was set before.
    /// </summary>
    public Task WhenSetAsync(TimeSpan dueTime)
    {
        lock (_gate)
        {
            var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_timers.Exists(t => t.Due == _now + dueTime))
                set.SetResult();
            else
                _awaited.Add((dueTime, set));
            return set.Task;
        }
    }

    private void Tell(TimeSpan dueTime)
    {
        lock (_gate)
        {
            foreach (var (_, set) in _awaited.Where(a => a.DueTime == dueTime))
                set.TrySetResult();
        }
    }

    private (ManualTimer Timer, DateTimeOffset At)? NextDue(DateTimeOffset target)
    {
        lock (_gate)
        {
            var next = _timers.Where(t => t.Due <= target).MinBy(t => t.Due);
            return next is null ? null : (next, next.Due!.Value);
        }
    }

    private void Remove(ManualTimer timer)
    {
        lock (_gate)
            _timers.Remove(timer);
    }

    private sealed class ManualTimer(ManualTime time, Action callback) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : time.GetUtcNow() + dueTime;
            _period = period;
            time.Tell(dueTime);
            return true;
        }

        public void Fire(DateTimeOffset at)
        {
            Due = _period == Timeout.InfiniteTimeSpan || _period == TimeSpan.Zero ? null : at + _period;
            callback();
        }

        public void Dispose() => time.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
