using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;
using TestFlock.Redis.Connecting;
using TestFlock.Redis.Scripts;

namespace TestFlock.Redis.Agents;

/// <summary>
/// Asks for all free slots of the agent together, when one becomes free and when woken; never in turns of time, but for
/// a rare question in case that a wake-up got lost.
/// </summary>
internal sealed partial class SlotPicker : IAsyncDisposable
{
    private readonly AgentIdentity _agent;
    private readonly RedisOptions _options;
    private readonly RedisConnection _connection;
    private readonly KnownRequirements _requirements;
    private readonly HeldLeases _held;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Channel<bool> _reasons = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _gate = new();
    private readonly Dictionary<int, TaskCompletionSource<RedisSlotLease>> _waiting = []; // by slot; guarded by _gate
    private readonly ConcurrentDictionary<int, string> _last = new(); // the token that each slot was given last
    private readonly CancellationTokenSource _end = new();
    private readonly ITimer _anyway;
    private readonly ITimer _later;
    private readonly Task _asking;
    private bool _isKnownAsIdle; // owned by the loop, as what follows
    private string _foreign = "";

    public SlotPicker(
        AgentIdentity agent,
        RedisOptions options,
        RedisConnection connection,
        KnownRequirements requirements,
        HeldLeases held,
        TimeProvider time,
        ILogger<SlotPicker> logger)
    {
        (_agent, _options, _connection, _requirements) = (agent, options, connection, requirements);
        (_held, _time, _logger) = (held, time, logger);
        var period = Spread(options.Timings.AskAnyway, agent.Name);
        _anyway = time.CreateTimer(_ => Wake(), null, period, period);
        _later = time.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _asking = AskForEverAsync(_end.Token);
        if (options.Only is { } part)
            part.Grown += Wake;
    }

    /// <summary>There may be something to pick. On any thread.</summary>
    public void Wake() => _reasons.Writer.TryWrite(true);

    public async Task<ISlotLease> PickAsync(int slot, CancellationToken cancellationToken)
    {
        var picked = new TaskCompletionSource<RedisSlotLease>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
            _waiting.Add(slot, picked);
        Wake();
        await using (cancellationToken.Register(() => GiveUp(slot, picked, cancellationToken)))
            return await picked.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (_options.Only is { } part)
            part.Grown -= Wake;
        await _end.CancelAsync();
        await ((Task)_asking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _anyway.DisposeAsync();
        await _later.DisposeAsync();
        lock (_gate)
        {
            foreach (var picked in _waiting.Values)
                picked.TrySetException(new ObjectDisposedException(nameof(SlotPicker)));
        }

        _end.Dispose();
    }

    /// <summary>
    /// Agents that started together must not ask together for ever: up to a sixth sooner or later, by name.
    /// </summary>
    private static TimeSpan Spread(TimeSpan period, string name) =>
        period * (1 + ((name.Sum(c => c) % 100) - 50) / 300.0);

    private void GiveUp(int slot, TaskCompletionSource<RedisSlotLease> picked, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!picked.TrySetCanceled(cancellationToken))
                return;
            _waiting.Remove(slot);
        }

        // The server must not count on this slot any more.
        Wake();
    }

    private async Task AskForEverAsync(CancellationToken end)
    {
        while (true)
        {
            await _reasons.Reader.ReadAsync(end);
            int[] slots;
            lock (_gate)
                slots = [.. _waiting.Keys];
            if (slots.Length == 0 && !_isKnownAsIdle)
                continue;
            try
            {
                await AskAsync(slots, end);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Neither a refusal nor a defect may leave the agent deaf; the next reason tries again.
                AskingFailed(_logger, _agent.Name, e);
            }
        }
    }

    private async Task AskAsync(int[] slots, CancellationToken end)
    {
        var askedAt = _time.GetTimestamp();
        var result = await _connection.CallAsync(RedisScript.AgentPick, Question(slots), end);
        if (result.IsText("news"))
        {
            await _requirements.LearnAsync(end);
            Wake();
            return;
        }

        var answer = (string[])result!;
        for (var i = 2; i < answer.Length; i += 5)
            await HandOverAsync(Read(answer.AsSpan(i, 5)), askedAt);

        _isKnownAsIdle = slots.Length > (answer.Length - 2) / 5;
        NoteForeign(answer[1]);
        var wait = double.Parse(answer[0], CultureInfo.InvariantCulture);
        if (wait > 0)
            _later.Change(TimeSpan.FromMilliseconds(wait), Timeout.InfiniteTimeSpan);
    }

    private RedisValue[] Question(int[] slots)
    {
        var (timings, shares) = (_options.Timings, _options.Shares);
        return
        [
            _agent.Name,
            (long)timings.Alive.TotalMilliseconds,
            (long)timings.CapacityHeld.TotalMilliseconds,
            _options.Understood.Oldest,
            _options.Understood.Newest,
            shares.Release,
            shares.Normal,
            shares.Background,
            _requirements.Compared,
            _requirements.Met,
            _options.Only?.Run.Value ?? "",
            .. slots.Select(slot => (RedisValue)$"{slot}:{_last.GetValueOrDefault(slot)}"),
        ];
    }

    // Told once for each: many runs of one version are one thing to do for a person.
    private void NoteForeign(string protocol)
    {
        if (protocol.Length == 0 || protocol == _foreign)
            return;
        _foreign = protocol;
        var numbers = protocol.Split('-').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        LeftToOthers(
            _logger, _connection.Server, _options.Understood.Refusal("its coordinator", numbers[0], numbers[1]));
    }

    private LeaseGrant Read(ReadOnlySpan<string> grant) => new(
        Token: grant[0],
        Slot: int.Parse(grant[1], CultureInfo.InvariantCulture),
        new QueueName(new RunId(grant[2]), _requirements.TextOf(grant[3])),
        RequirementsNumber: grant[3],
        Environment: grant[4]);

    private async Task HandOverAsync(LeaseGrant grant, long askedAt)
    {
        var lease = new RedisSlotLease(grant, askedAt, _connection, _held, _options.Timings, _time);
        _last[grant.Slot] = grant.Token;
        TaskCompletionSource<RedisSlotLease>? picked;
        lock (_gate)
        {
            _waiting.Remove(grant.Slot, out picked);
            if (picked?.TrySetResult(lease) == true)
                return;
        }

        // The slot gave up in the meantime; its turn goes to another.
        await lease.DisposeAsync();
        await _connection.TryCallAsync(
            RedisScript.QueuePutBack, [grant.Queue.Run.Value, grant.Queue.Requirements], CancellationToken.None);
    }

    [LoggerMessage(422, LogLevel.Warning, "A run at {Server} is left to other agents: {Why}")]
    private static partial void LeftToOthers(ILogger logger, string server, string why);

    [LoggerMessage(421, LogLevel.Error, "Agent {Agent} could not ask for work; it asks again")]
    private static partial void AskingFailed(ILogger logger, string agent, Exception exception);
}
