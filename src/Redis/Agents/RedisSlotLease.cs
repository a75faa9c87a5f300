using System.Globalization;
using StackExchange.Redis;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;
using TestFlock.Redis.Connecting;
using TestFlock.Redis.Scripts;

namespace TestFlock.Redis.Agents;

/// <summary>
/// A lease on the server, kept alive by the agent's heartbeat. One with an environment ends by itself when it was not
/// renewed in time, since others may then test in its place; one without only ends when the server says so.
/// </summary>
internal sealed class RedisSlotLease : ISlotLease
{
    private readonly RedisConnection _connection;
    private readonly HeldLeases _held;
    private readonly RedisTimings _timings;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _askedBack = new();
    private readonly Lock _gate = new();
    private LeaseLoss? _loss; // guarded by _gate
    private volatile bool _isEnding;

    public RedisSlotLease(
        LeaseGrant grant,
        long askedAt,
        RedisConnection connection,
        HeldLeases held,
        RedisTimings timings,
        TimeProvider time)
    {
        (Grant, _connection, _held, _timings, _time) = (grant, connection, held, timings, time);
        _lost = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        Renew(askedAt);
        held.Add(this);
    }

    public LeaseGrant Grant { get; }

    public QueueName Queue => Grant.Queue;

    public long FencingNumber => long.Parse(Grant.Token, CultureInfo.InvariantCulture);

    public CancellationToken Lost => _lost.Token;

    public CancellationToken AskedBack => _askedBack.Token;

    public LeaseLoss? Loss
    {
        get
        {
            lock (_gate)
                return _loss ?? (_lost.IsCancellationRequested ? LeaseLoss.Expired : null);
        }
    }

    public string What { get; set; } = "";

    /// <summary>Null until a batch was claimed.</summary>
    public BatchId? Claimed { get; private set; }

    /// <summary>Whether it is being given back, so that the server may rightly not know it any more.</summary>
    public bool IsEnding => _isEnding;

    /// <param name="askedAt">When the renewal was sent; what happened to it afterwards counts against us.</param>
    public void Renew(long askedAt)
    {
        if (Grant.Environment.Length == 0)
            return;
        var left = _timings.CapacityHeld - _timings.CapacityMargin - _time.GetElapsedTime(askedAt);
        _lost.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    public void Lose(LeaseLoss why)
    {
        lock (_gate)
        {
            if (_lost.IsCancellationRequested)
                return;
            _loss = why;
        }

        // Whoever reacts to it must not hold up the heartbeat.
        _ = _lost.CancelAsync();
    }

    /// <summary>Whoever reacts to it must not hold up what is heard of the server.</summary>
    public void AskBack() => _ = _askedBack.CancelAsync();

    public async Task<ClaimAnswer> ClaimAsync(BatchId batch, CancellationToken cancellationToken)
    {
        if (Loss is not null)
            return ClaimAnswer.LeaseLost;
        var answer = (string?)await _connection.CallAsync(
            RedisScript.LeaseClaim, [Grant.Token, Queue.Run.Value, batch.Value, What], cancellationToken);
        switch (answer)
        {
            case "granted":
                Claimed = batch;
                return ClaimAnswer.Granted;
            case "lost":
                Lose(LeaseLoss.Expired);
                return ClaimAnswer.LeaseLost;
            default:
                return ClaimAnswers.Read(answer);
        }
    }

    public async Task FinishAsync(BatchId batch, CancellationToken cancellationToken)
    {
        _isEnding = true;
        await _connection.CallAsync(
            RedisScript.LeaseFinish, [Grant.Token, Grant.Environment, Queue.Run.Value, batch.Value], cancellationToken);
        _held.Remove(this);
    }

    public async ValueTask DisposeAsync()
    {
        _isEnding = true;
        if (_held.Remove(this))
        {
            // Once only: what cannot be told expires by itself, and a slot must not wait for it.
            RedisValue[] arguments = [Grant.Token, Grant.Environment];
            await _connection.TryCallAsync(RedisScript.LeaseRelease, arguments, CancellationToken.None);
        }

        _lost.Dispose();
    }
}
