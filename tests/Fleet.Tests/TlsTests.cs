using TestFlock.Fleet.Tests.Support;
using TestFlock.Tests.Servers;

namespace TestFlock.Fleet.Tests;

/// <summary>Servers that speak TLS, with certificates of an authority of the team's own.</summary>
public sealed class TlsTests : IAsyncLifetime
{
    private readonly Support.Fleet _fleet = new() { HasNewBroker = true };
    private readonly PrivateAuthority _authority = new("The team");

    public Task InitializeAsync() => _fleet.StartWithTlsAsync(_authority);

    public async Task DisposeAsync()
    {
        _authority.Dispose();
        await _fleet.DisposeAsync();
    }

    [Fact]
    public async Task A_run_over_tls_is_like_any_other()
    {
        _fleet.Environment["SSL_CERT_FILE"] = _authority.WriteTo(_fleet.Folder);
        var agent = await _fleet.StartAgentAsync("host-1");
        var run = _fleet.StartRun(
            FleetSuite.Waiting, new FleetSettings { Seconds = 0.1, Filter = "FullyQualifiedName~Waits_0" });

        (await run.EndAsync()).ShouldBe(0, run.Console + agent.Log);
        run.Results.Count.ShouldBe(9);
        run.Results.ShouldAllBe(r => r.Outcome == "Passed" && r.Where.Contains("agent host-1,"));
    }

    [Fact]
    public async Task Whoever_trusts_another_authority_is_told_so()
    {
        using var stranger = new PrivateAuthority("Somebody else");
        _fleet.Environment["SSL_CERT_FILE"] = stranger.WriteTo(_fleet.Folder);
        var agent = _fleet.StartAgent("host-1");
        var run = _fleet.StartRun(FleetSuite.Waiting, new FleetSettings { Filter = "FullyQualifiedName~Waits_01" });

        (await agent.EndAsync()).ShouldBe(1);
        (await run.EndAsync()).ShouldBe(1);

        var redis = $"Redis at 127.0.0.1:{_fleet.Redis.TlsUri.Port} and this machine cannot agree on TLS.";
        agent.Log.ShouldContain(redis);
        run.Console.ShouldContain(redis);
        run.Console.ShouldContain("SSL_CERT_FILE");

        _fleet.Coordination = _fleet.Redis.Uri;
        var next = _fleet.StartRun(FleetSuite.Waiting, new FleetSettings { Filter = "FullyQualifiedName~Waits_01" });
        (await next.EndAsync()).ShouldBe(1);
        next.Console.ShouldContain(
            $"RabbitMQ at 127.0.0.1:{_fleet.RabbitMq.TlsUri.Port} and this machine cannot agree on TLS.");
        next.Console.ShouldContain("SSL_CERT_FILE");
    }
}
