using TestFlock.Core.Coordination;
using TestFlock.Tests.Servers;

namespace TestFlock.Tests.Conformance.Coordination;

/// <summary>What tests of any coordination begin with.</summary>
public abstract class CoordinationSuite(CoordinationUnderTest coordination) : IAsyncLifetime
{
    /// <summary>What hangs must fail; nothing here takes more than a fraction of it.</summary>
    protected static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token;

    protected CoordinationUnderTest Coordination => coordination;

    public Task InitializeAsync() => coordination.PrepareAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    protected static EnvironmentCapacity SomeEnvironment(int capacity) => new($"staging {Guid.NewGuid():N}", capacity);

    protected static async Task LostAsync(ISlotLease lease)
    {
        var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lease.Lost.Register(() => lost.TrySetResult());
        await lost.Task.WaitAsync(Soon);
    }

    protected static async Task<IReadOnlyList<ISlotLease>> PickManyAsync(RegisteredAgent agent, int count)
    {
        var leases = new List<ISlotLease>();
        for (var slot = 1; slot <= count; slot++)
            leases.Add(await agent.PickAsync(slot, Soon));
        return leases;
    }

    protected static async Task<RegisteredAgent> RegisterOverAsync(
        SharedCoordinationUnderTest shared, LoopbackRelay network, string name) => await RegisteredAgent.RegisterAsync(
        await shared.ConnectAgentAsync(network), name, new() { ["os"] = "linux" }, Soon);

    protected async Task<RegisteredAgent> RegisterAsync(
        string name = "host-7", Dictionary<string, string>? capabilities = null) =>
        await RegisteredAgent.RegisterAsync(
            await coordination.ConnectAgentAsync(), name, capabilities ?? new() { ["os"] = "linux" }, Soon);

    protected async Task<OpenRun> OpenAsync(
        EnvironmentCapacity? environment = null, RunPriority priority = RunPriority.Normal) => await OpenRun.OpenAsync(
        await coordination.ConnectRunAsync(), new RunShare { Priority = priority, Environment = environment }, Soon);
}
