using System.Runtime.CompilerServices;
using System.Text.Json;
using TestFlock.Agent.Watching;
using TestFlock.Core.Coordination;
using TestFlock.Redis.Overview;

namespace TestFlock.Agent.Dashboard;

/// <summary>Looks at the flock every second, for all who follow, and remembers what slots did.</summary>
internal sealed class FlockFeed : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly SlotHistory _history = new();
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _looking;
    private readonly Lock _gate = new();
    private string _status = ""; // guarded by _gate
    private TaskCompletionSource _changed = NewSignal(); // guarded by _gate

    public FlockFeed(RedisFlockControl control, TimeProvider time)
    {
        _time = time;
        _looking = LookForEverAsync(control, _end.Token);
    }

    /// <summary>What slots did so far, then the flock and what slots do, again and again.</summary>
    public async IAsyncEnumerable<(string Kind, string Json)> FollowAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = 0L;
        while (true)
        {
            string status;
            Task changed;
            lock (_gate)
                (status, changed) = (_status, _changed.Task);
            if (status.Length > 0)
            {
                yield return ("status", status);
                var (spans, version) = _history.Since(seen);
                seen = version;
                if (spans.Count > 0)
                    yield return ("spans", JsonSerializer.Serialize(spans, JsonSerializerOptions.Web));
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await ((Task)_looking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task LookForEverAsync(RedisFlockControl control, CancellationToken end)
    {
        using var looks = new PeriodicTimer(LookEvery, _time);
        do
        {
            try
            {
                var overview = await control.LookAsync(end);
                _history.Take(overview.Work, _time.GetUtcNow());
                Change(StatusJson.Of(overview, isOneLine: true));
            }
            catch (CoordinationException e)
            {
                Change(JsonSerializer.Serialize(new { problem = e.Message }));
            }
        }
        while (await looks.WaitForNextTickAsync(end));
    }

    private void Change(string status)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            (changed, _changed) = (_changed, NewSignal());
            _status = status;
        }

        changed.TrySetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
