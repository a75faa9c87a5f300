using System.Text;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Overview;
using TestFlock.Core.Progress;
using TestFlock.Core.Wire;
using TestFlock.Redis.Connecting;
using TestFlock.Redis.Overview;
using TestFlock.Redis.Scripts;

namespace TestFlock.Redis.Runs;

/// <summary>One run while it is known to Redis; it says by itself that it lives.</summary>
internal sealed partial class RedisRunRegistration(
    RunEntry entry,
    RedisConnection connection,
    LivingAgents agents,
    OverviewReader overview,
    RedisTimings timings,
    TimeProvider time,
    ILogger<RedisRunRegistration> logger)
    : IRunRegistration
{
    private readonly CancellationTokenSource _cancelRequested = new();
    private readonly CancellationTokenSource _end = new();
    private Task _beating = Task.CompletedTask;
    private volatile string _progress = "";

    public CancellationToken CancelRequested => _cancelRequested.Token;

    public async Task StartAsync()
    {
        _beating = BeatForEverAsync(_end.Token);
        await connection.SubscribeAsync($"run:{entry.Run}", Hear);
    }

    public Task AddAsync(string requirements, int batches, TimeSpan cost, CancellationToken cancellationToken) =>
        TellAsync(
        RedisScript.RunAdd, [entry.Run.Value, requirements, batches, (long)cost.TotalMilliseconds], cancellationToken);

    public Task SyncAsync(string requirements, int waiting, CancellationToken cancellationToken) => TellAsync(
        RedisScript.RunSync, [entry.Run.Value, requirements, waiting], cancellationToken);

    public async Task<IReadOnlySet<BatchId>> FindClaimedAsync(
        IReadOnlyCollection<BatchId> batches, CancellationToken cancellationToken)
    {
        // Few are claimed at a time, however many are asked about.
        var claimed = (string[])(
            await connection.CallAsync(RedisScript.RunClaimed, [entry.Run.Value], cancellationToken))!;
        var running = claimed.ToHashSet();
        return batches.Where(batch => running.Contains(batch.Value)).ToHashSet();
    }

    public Task<IReadOnlyList<AgentDescription>> FindAgentsAsync(CancellationToken cancellationToken) =>
        agents.FindAsync(cancellationToken);

    public Task<FlockOverview> LookAsync(CancellationToken cancellationToken) => overview.ReadAsync(cancellationToken);

    public void TellProgress(RunProgress progress) => _progress = Encoding.UTF8.GetString(StrictJson.Write(progress));

    public Task ShunAsync(string agent, CancellationToken cancellationToken) => TellAsync(
        RedisScript.RunShun,
        [entry.Run.Value, agent, (long)timings.Alive.TotalMilliseconds * 60],
        cancellationToken);

    // Once only: who wants it still asks again.
    public Task AskBackAsync(IReadOnlyCollection<BatchId> batches, CancellationToken cancellationToken) =>
        connection.TryCallAsync(
            RedisScript.RunAskBack,
            [entry.Run.Value, .. batches.Select(batch => (RedisValue)batch.Value)],
            cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) =>
        connection.CallAsync(RedisScript.RunStop, [entry.Run.Value], cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await ((Task)_beating).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // Once only: a run that nobody keeps alive is taken away by whoever looks next.
        await connection.TryCallAsync(RedisScript.RunClose, [entry.Run.Value], CancellationToken.None);
        _end.Dispose();
        _cancelRequested.Dispose();
    }

    private void Hear(string message)
    {
        if (message == "cancel")
            RequestCancel();
    }

    /// <summary>Tells something of the run, and the run itself before that if the server has forgotten it.</summary>
    private async Task TellAsync(RedisScript script, RedisValue[] arguments, CancellationToken cancellationToken)
    {
        while ((int)await connection.CallAsync(script, arguments, cancellationToken) == 0)
            await OpenAgainAsync(cancellationToken);
    }

    private async Task BeatForEverAsync(CancellationToken end)
    {
        using var beats = new PeriodicTimer(timings.Beat, time);
        while (await beats.WaitForNextTickAsync(end))
        {
            try
            {
                await BeatAsync(end);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                BeatFailed(logger, entry.Run, e);
            }
        }
    }

    private async Task BeatAsync(CancellationToken end)
    {
        RedisValue[] question = [entry.Run.Value, (long)timings.Alive.TotalMilliseconds, _progress];
        if (await connection.TryCallAsync(RedisScript.RunBeat, question, end) is not { } result)
            return;
        var answer = (int[])result!;
        if (answer[0] == 0)
            await OpenAgainAsync(end);
        if (answer[1] == 1)
            RequestCancel();
    }

    private async Task OpenAgainAsync(CancellationToken cancellationToken)
    {
        if (await entry.TryOpenAsync(isKnownToAgents: true, cancellationToken))
            KnownAgain(logger, entry.Run, connection.Server);
    }

    private void RequestCancel()
    {
        try
        {
            // Whoever reacts to it must not hold up the heartbeat.
            _ = _cancelRequested.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The run ended at the same moment.
        }
    }

    [LoggerMessage(461, LogLevel.Error, "Run {Run} could not say that it lives; it tries again")]
    private static partial void BeatFailed(ILogger logger, RunId run, Exception exception);

    [LoggerMessage(462, LogLevel.Warning, "Run {Run} was not known to {Server} any more, and is told again")]
    private static partial void KnownAgain(ILogger logger, RunId run, string server);
}
