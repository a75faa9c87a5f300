using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using TestFlock.Core.Coordination;
using TestFlock.Redis.Connecting;
using TestFlock.Redis.Scripts;

namespace TestFlock.Redis.Agents;

/// <summary>Says that the agent and its leases live, and takes note of those that do not.</summary>
internal sealed partial class AgentBeat : IAsyncDisposable
{
    private readonly AgentIdentity _agent;
    private readonly RedisTimings _timings;
    private readonly RedisConnection _connection;
    private readonly HeldLeases _held;
    private readonly Func<CancellationToken, Task> _registerAgain;
    private readonly Action _drainAsked;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Channel<bool> _due = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _end = new();
    private readonly ITimer _timer;
    private readonly Task _beating;
    private string? _epoch; // owned by the loop, as what follows
    private long? _dataLostAt;

    /// <param name="agent">Who beats.</param>
    /// <param name="timings">How often, and for how long it counts.</param>
    /// <param name="connection">The server.</param>
    /// <param name="held">What to keep alive.</param>
    /// <param name="registerAgain">Called when the server does not know the agent any more.</param>
    /// <param name="drainAsked">Called when somebody wants the agent to leave, again and again.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public AgentBeat(
        AgentIdentity agent,
        RedisTimings timings,
        RedisConnection connection,
        HeldLeases held,
        Func<CancellationToken, Task> registerAgain,
        Action drainAsked,
        TimeProvider time,
        ILogger<AgentBeat> logger)
    {
        (_agent, _timings, _connection, _held) = (agent, timings, connection, held);
        (_registerAgain, _drainAsked, _time, _logger) = (registerAgain, drainAsked, time, logger);
        _timer = time.CreateTimer(_ => BeatNow(), null, TimeSpan.Zero, timings.Beat);
        _beating = BeatForEverAsync(_end.Token);
    }

    /// <summary>Without waiting for the time. On any thread.</summary>
    public void BeatNow() => _due.Writer.TryWrite(true);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await ((Task)_beating).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _timer.DisposeAsync();
        _end.Dispose();
    }

    private async Task BeatForEverAsync(CancellationToken end)
    {
        while (true)
        {
            await _due.Reader.ReadAsync(end);
            try
            {
                await BeatAsync(end);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                BeatFailed(_logger, _agent.Name, e);
            }
        }
    }

    private async Task BeatAsync(CancellationToken end)
    {
        var leases = _held.All;
        var askedAt = _time.GetTimestamp();
        RedisValue[] question =
        [
            _agent.Name,
            _agent.Instance,
            (long)_timings.Alive.TotalMilliseconds,
            (long)_timings.CapacityHeld.TotalMilliseconds,
            .. leases.Select(l => (RedisValue)l.Grant.Token),
        ];
        if (await _connection.TryCallAsync(RedisScript.AgentBeat, question, end) is not { } result)
            return;

        var answer = (string[])result!;
        NoteEpoch(answer[0]);
        if (answer[1] == "0")
            await _registerAgain(end);
        if (answer[2] == "1")
            _drainAsked();
        for (var i = 0; i < leases.Count; i++)
            await NoteAsync(leases[i], answer[i + 3], askedAt, end);
    }

    private void NoteEpoch(string epoch)
    {
        if (_epoch is not null && _epoch != epoch)
        {
            DataLost(_logger, _connection.Server);
            _dataLostAt = _time.GetTimestamp();
        }

        _epoch = epoch;
    }

    private async Task NoteAsync(RedisSlotLease lease, string state, long askedAt, CancellationToken end)
    {
        switch (state)
        {
            case "1":
                lease.Renew(askedAt);
                break;
            case "0" when !lease.IsEnding && lease.Loss is null:
                var again = _time.GetTimestamp();
                if (await RestoreAsync(lease, end) is { } restored)
                    await NoteAsync(lease, restored == "0" ? "lost" : restored, again, end);
                break;
            case "lost":
                LeaseLost(_logger, _agent.Name, lease.Grant.Slot, lease.Queue.ToString());
                lease.Lose(LeaseLoss.Expired);
                break;
            case "2" when !MayBeRetold:
                lease.Lose(LeaseLoss.RunGone);
                break;
            case "3":
                lease.Lose(LeaseLoss.RunCancelled);
                break;
        }
    }

    /// <summary>
    /// A server that lost its data does not know runs whose coordinators live and are about to tell it.
    /// </summary>
    private bool MayBeRetold => _dataLostAt is { } at && _time.GetElapsedTime(at) < _timings.Retelling;

    private async Task<string?> RestoreAsync(RedisSlotLease lease, CancellationToken end)
    {
        var grant = lease.Grant;
        RedisValue[] question =
        [
            grant.Token,
            grant.Queue.Run.Value,
            grant.RequirementsNumber,
            grant.Environment,
            _agent.Name,
            grant.Slot,
            lease.Claimed?.Value ?? "",
            (long)_timings.Alive.TotalMilliseconds,
            (long)_timings.CapacityHeld.TotalMilliseconds,
            lease.What,
        ];
        var result = await _connection.TryCallAsync(RedisScript.LeaseRestore, question, end);
        return result is null ? null : ((int)result).ToString(CultureInfo.InvariantCulture);
    }

    [LoggerMessage(431, LogLevel.Error, "Agent {Agent} could not say that it lives; it tries again")]
    private static partial void BeatFailed(ILogger logger, string agent, Exception exception);

    [LoggerMessage(432, LogLevel.Warning, "{Server} has lost its data; everybody tells it again what they hold")]
    private static partial void DataLost(ILogger logger, string server);

    [LoggerMessage(433, LogLevel.Warning,
        "{Agent}/{Slot}: the lease for {Queue} was not renewed in time and is others' now")]
    private static partial void LeaseLost(ILogger logger, string agent, int slot, string queue);
}
