using TestFlock.Tests.Servers;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>A RabbitMQ, a Redis, and the agents that a test starts; everything in processes of its own.</summary>
public sealed class Fleet : IAsyncLifetime
{
    private readonly List<FleetAgent> _agents = [];
    private readonly List<FleetRun> _runs = [];

    public PrivateRabbitMq RabbitMq { get; } = new();

    public PrivateRedis Redis { get; } = new();

    /// <summary>Files of the test; gone with it.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("testflock-fleet-").FullName;

    /// <summary>What agents and runs are told.</summary>
    public Uri Broker { get; set; } = new("amqp://nowhere");

    /// <inheritdoc cref="Broker"/>
    public Uri Coordination { get; set; } = new("redis://nowhere");

    /// <summary>Variables of agents and of <c>dotnet test</c>.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public Task InitializeAsync()
    {
        (Broker, Coordination) = (RabbitMq.Uri, Redis.Uri);
        return Task.WhenAll(RabbitMq.StartAsync(), Redis.StartAsync());
    }

    /// <summary>
    /// Instead of <see cref="InitializeAsync"/>: servers that speak TLS with certificates of this authority.
    /// </summary>
    public Task StartWithTlsAsync(PrivateAuthority authority)
    {
        authority.Certify(RabbitMq);
        authority.Certify(Redis);
        var started = InitializeAsync();
        (Broker, Coordination) = (RabbitMq.TlsUri, Redis.TlsUri);
        return started;
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
        await RabbitMq.DisposeAsync();
        await Redis.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
