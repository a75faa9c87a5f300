using TestFlock.Core.Coordination;
using TestFlock.Core.Overview;
using TestFlock.Redis.Overview;

namespace TestFlock.Agent.Endpoint;

/// <summary>The overview, looked at anew at most every few seconds however many ask.</summary>
internal sealed class FreshOverview(RedisFlockControl control, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _looking = new(1, 1);
    private FlockOverview? _last; // guarded by _looking, as what follows
    private long _at;

    /// <returns>Null when Redis does not answer.</returns>
    public async Task<FlockOverview?> FindAsync(CancellationToken cancellationToken)
    {
        await _looking.WaitAsync(cancellationToken);
        try
        {
            if (_last is not null && time.GetElapsedTime(_at) < Fresh)
                return _last;
            using var patience = new CancellationTokenSource(Patience, time);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
            _last = await control.LookAsync(end.Token);
            _at = time.GetTimestamp();
            return _last;
        }
        catch (Exception e) when (e is CoordinationException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
        finally
        {
            _looking.Release();
        }
    }

    public void Dispose() => _looking.Dispose();
}
