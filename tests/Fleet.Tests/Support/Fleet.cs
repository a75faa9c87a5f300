using TestFlock.Tests.Servers;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>
/// A RabbitMQ that no other test uses meanwhile, a Redis, and the agents that a test starts; everything in processes of
/// its own.
/// </summary>
public sealed class Fleet : IAsyncLifetime
{
    private readonly List<FleetAgent> _agents = [];
    private readonly List<FleetRun> _runs = [];
    private PrivateRabbitMq? _rabbitMq;

    /// <summary>From <see cref="InitializeAsync"/> on; a test of embedded runs does without.</summary>
    public PrivateRabbitMq RabbitMq => _rabbitMq ?? throw new InvalidOperationException("The fleet has no servers.");

    /// <summary>
    /// Whether the test wants a broker that is new, and leaves it in a state that no other test should find: stopped,
    /// traced, with rubbish in its queues. Default: no, which saves the seconds of its start.
    /// </summary>
    public bool HasNewBroker { get; init; }

    public PrivateRedis Redis { get; } = new();

    /// <summary>Files of the test; gone with it.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("testflock-fleet-").FullName;

    /// <summary>What agents and runs are told.</summary>
    public Uri Broker { get; set; } = new("amqp://nowhere");

    /// <inheritdoc cref="Broker"/>
    public Uri Coordination { get; set; } = new("redis://nowhere");

    /// <summary>Variables of agents and of <c>dotnet test</c>.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public async Task InitializeAsync()
    {
        var redis = Redis.StartAsync();
        _rabbitMq = HasNewBroker ? await SpareBrokers.StartAsync() : await SpareBrokers.TakeAsync();
        await redis;
        (Broker, Coordination) = (RabbitMq.Uri, Redis.Uri);
    }

    /// <summary>
    /// Instead of <see cref="InitializeAsync"/>: servers that speak TLS with certificates of this authority.
    /// </summary>
    public async Task StartWithTlsAsync(PrivateAuthority authority)
    {
        _rabbitMq = new PrivateRabbitMq();
        authority.Certify(RabbitMq);
        authority.Certify(Redis);
        await Task.WhenAll(RabbitMq.StartAsync(), Redis.StartAsync());
        (Broker, Coordination) = (RabbitMq.TlsUri, Redis.TlsUri);
    }

    /// <summary>Returns when the agent can be given work.</summary>
    public async Task<FleetAgent> StartAgentAsync(string name, int slots = 2, params string[] options)
    {
        var agent = StartAgent(name, slots, options);
        await agent.LogLineAsync("offers");
        return agent;
    }

    /// <summary>Whatever becomes of it.</summary>
    public FleetAgent StartAgent(string name, int slots = 2, params string[] options)
    {
        var agent = FleetAgent.Start(this, name, slots, options);
        _agents.Add(agent);
        return agent;
    }

    /// <summary>One of the previous version; returns when it can be given work.</summary>
    public async Task<FleetAgent> StartPreviousAgentAsync(string name)
    {
        var agent = FleetAgent.Start(PreviousVersion.Program, this, name, slots: 2, options: []);
        _agents.Add(agent);
        await agent.LogLineAsync("offers");
        return agent;
    }

    /// <inheritdoc cref="FleetAgent.StartStranger"/>
    public async Task<FleetAgent> StartStrangerAsync(
        StrangersHome home, string name, int slots = 2, params string[] options)
    {
        var agent = FleetAgent.StartStranger(this, home, name, slots, options);
        _agents.Add(agent);
        await agent.LogLineAsync("offers");
        return agent;
    }

    public FleetRun StartRun(FleetSuite suite, FleetSettings? settings = null)
    {
        var run = FleetRun.Start(this, suite, settings ?? new FleetSettings());
        _runs.Add(run);
        return run;
    }

    /// <summary>A verb of the program that ends by itself.</summary>
    /// <returns>What it wrote.</returns>
    public async Task<string> RunProgramAsync(params string[] arguments)
    {
        var environment = new Dictionary<string, string>(Environment)
        {
            ["TESTFLOCK_COORDINATION"] = Coordination.ToString(),
        };
        await using var program = ChildProgram.Start(Folder, environment, [FleetAgent.Program, .. arguments]);
        await program.EndAsync();
        return program.Output;
    }

    public async Task DisposeAsync()
    {
        foreach (var run in _runs)
            await run.DisposeAsync();
        foreach (var agent in _agents)
            await agent.DisposeAsync();
        if (_rabbitMq is not null && HasNewBroker)
            await _rabbitMq.DisposeAsync();
        else if (_rabbitMq is not null)
            SpareBrokers.Return(_rabbitMq);
        await Redis.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
