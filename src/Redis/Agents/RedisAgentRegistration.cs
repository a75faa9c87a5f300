using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;
using TestFlock.Redis.Connecting;
using TestFlock.Redis.Scripts;

namespace TestFlock.Redis.Agents;

/// <summary>One agent while it is known to Redis.</summary>
internal sealed partial class RedisAgentRegistration : IAgentRegistration
{
    private readonly AgentDoor _door;
    private readonly RedisConnection _connection;
    private readonly HeldLeases _held = new();
    private readonly KnownRequirements _requirements;
    private readonly RunManifests _manifests;
    private readonly SlotPicker _picker;
    private readonly AgentBeat _beat;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _drainRequested = new();
    private volatile bool _isDraining;

    public RedisAgentRegistration(
        AgentDoor door,
        AgentDescription agent,
        RedisConnection connection,
        RedisOptions options,
        TimeProvider time,
        ILoggerFactory loggers)
    {
        (_door, _connection) = (door, connection);
        _logger = loggers.CreateLogger<RedisAgentRegistration>();
        _requirements = new KnownRequirements(
            agent, options.Only, connection, loggers.CreateLogger<KnownRequirements>());
        _manifests = new RunManifests(connection, options.Understood, loggers.CreateLogger<RunManifests>());
        _picker = new SlotPicker(
            door.Identity, options, connection, _requirements, _held, time, loggers.CreateLogger<SlotPicker>());
        _beat = new AgentBeat(
            door.Identity,
            options.Timings,
            connection,
            _held,
            EnterAgainAsync,
            RequestDrain,
            time,
            loggers.CreateLogger<AgentBeat>());
    }

    public CancellationToken DrainRequested => _drainRequested.Token;

    public async Task StartAsync()
    {
        _connection.Restored += CatchUp;
        await _connection.SubscribeAsync($"wake:{_door.Identity.Name}", Awake);
        await _connection.SubscribeAsync("all", Hear);
    }

    public Task<ISlotLease> PickAsync(int slot, CancellationToken cancellationToken) =>
        _picker.PickAsync(slot, cancellationToken);

    public void TellDrain()
    {
        _isDraining = true;
        _ = TellDrainAsync(CancellationToken.None);
    }

    public async Task<ClaimAnswer> PeekClaimAsync(RunId run, BatchId batch, CancellationToken cancellationToken) =>
        ClaimAnswers.Read(
            (string?)await _connection.CallAsync(RedisScript.LeasePeek, [run.Value, batch.Value], cancellationToken));

    // Once only: the coordinator's comparison of count and queue heals what is not told here.
    public Task PutBackAsync(QueueName queue, CancellationToken cancellationToken) =>
        _connection.TryCallAsync(RedisScript.QueuePutBack, [queue.Run.Value, queue.Requirements], cancellationToken);

    public Task<RunManifest?> FindManifestAsync(RunId run, CancellationToken cancellationToken) =>
        _manifests.FindAsync(run, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _connection.Restored -= CatchUp;
        await _picker.DisposeAsync();
        await _beat.DisposeAsync();
        await _door.LeaveAsync(_requirements.Met, CancellationToken.None);
        _drainRequested.Dispose();
    }

    private void Awake(string message)
    {
        switch (message.Split(' ', 2))
        {
            case ["drain"]:
                RequestDrain();
                break;
            case ["back", var token]:
                _held.AskBack(token);
                break;
            default:
                _picker.Wake();
                break;
        }
    }

    private void RequestDrain()
    {
        try
        {
            // Whoever reacts to it must not hold up the heartbeat.
            _ = _drainRequested.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It has left at the same moment.
        }
    }

    private async Task TellDrainAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _door.TellDrainAsync(_requirements.Met, cancellationToken);
        }
        catch (CoordinationException e)
        {
            DrainNotTold(_logger, _door.Identity.Name, e);
        }
    }

    private void CatchUp()
    {
        _beat.BeatNow();
        _picker.Wake();
    }

    private void Hear(string message)
    {
        switch (message.Split(' ', 2))
        {
            case ["news"]:
                _picker.Wake();
                break;
            case ["stop", var run]:
                _held.LoseOf(new RunId(run), LeaseLoss.RunCancelled);
                break;
            case ["gone", var run]:
                _manifests.Forget(new RunId(run));
                _held.LoseOf(new RunId(run), LeaseLoss.RunGone);
                break;
        }
    }

    private async Task EnterAgainAsync(CancellationToken cancellationToken)
    {
        if (await _door.TryEnterAsync(cancellationToken))
            KnownAgain(_logger, _door.Identity.Name, _connection.Server);
        else
            NameTaken(_logger, _door.Identity.Name, _connection.Server);
        if (_isDraining)
            await TellDrainAsync(cancellationToken);
        _picker.Wake();
    }

    [LoggerMessage(453, LogLevel.Warning, "Agent {Agent} drains, and could not say so")]
    private static partial void DrainNotTold(ILogger logger, string agent, Exception exception);

    [LoggerMessage(451, LogLevel.Information, "Agent {Agent} was not known to {Server} any more, and is again")]
    private static partial void KnownAgain(ILogger logger, string agent, string server);

    [LoggerMessage(452, LogLevel.Error,
        "Another agent took the name {Agent} at {Server} while this one could not be heard; give one of them another "
        + "--name")]
    private static partial void NameTaken(ILogger logger, string agent, string server);
}
