using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;
using TestFlock.Fleet.Tests.Support;
using TestFlock.RabbitMq;
using TestFlock.RabbitMq.Agents;
using TestFlock.RabbitMq.Runs;
using TestFlock.Redis;
using TestFlock.Redis.Agents;
using TestFlock.Redis.Runs;
using TestFlock.Tests.Conformance;
using TestFlock.Tests.Servers;

namespace TestFlock.Fleet.Tests.Faults;

/// <summary>Real servers; agents reach the broker through a relay that can be cut.</summary>
internal sealed class ServersPlace(PrivateRabbitMq broker, PrivateRedis redis) : IFlockPlace, IAsyncDisposable
{
    private readonly LoopbackRelay _relay = new(broker.Port);
    private readonly RecordingWatcher _watcher = new();

    public IRunTransportFactory Runs => new RabbitMqRunTransportFactory(
        new RabbitMqOptions { Address = broker.Uri, ClientName = "run" },
        _watcher, TimeProvider.System, NullLoggerFactory.Instance);

    public async Task<IRunCoordination> OpenRunAsync() => await RedisRunCoordination.OpenAsync(
        Redis("run"), _watcher, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);

    public async Task<AgentDoors> OpenAgentAsync(string name) => new(
        await RabbitMqAgentTransport.OpenAsync(
            new RabbitMqOptions { Address = PrivateRabbitMq.UriAt(_relay.Port), ClientName = name },
            _watcher, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None),
        await RedisAgentCoordination.OpenAsync(
            Redis(name), _watcher, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None));

    public Func<string, ChildProgram> FindAgentStarter(string folder) => name => ChildProgram.Start(
        folder,
        new Dictionary<string, string>
        {
            ["TESTFLOCK_BROKER"] = broker.Uri.ToString(),
            ["TESTFLOCK_COORDINATION"] = redis.Uri.ToString(),
            ["TESTFLOCK_WORK_FOLDER"] = Path.Combine(folder, name),
        },
        FleetAgent.Program, "agent", "--name", name, "--slots", "1");

    public void Cut() => _relay.Cut();

    public ValueTask DisposeAsync() => _relay.DisposeAsync();

    private RedisOptions Redis(string client) => new() { Address = redis.Uri, ClientName = client };
}
