using Microsoft.Extensions.Logging;
using TestFlock.Core.Coordination;
using TestFlock.Core.Execution;
using TestFlock.Core.Telemetry;
using TestFlock.Core.Transport;

namespace TestFlock.Execution.Slots;

/// <summary>
/// All slots of one agent, from registration to the last acknowledgement; the embedded run and the service share it.
/// </summary>
public sealed class AgentLoop(
    AgentDescription agent,
    IAgentCoordination coordination,
    IAgentTransport transport,
    IReadOnlyList<IBatchRunnerFactory> runners,
    TimeProvider time,
    ILoggerFactory loggers,
    Action? drainAsked = null)
{
    /// <summary>
    /// Returns when every slot has ended, which is after <paramref name="drain"/> or <paramref name="stop"/>.
    /// </summary>
    /// <param name="drain">Take nothing new; what runs, ends.</param>
    /// <param name="stop">Stop what runs, too.</param>
    public async Task RunAsync(CancellationToken drain, CancellationToken stop)
    {
        await using var registration = await coordination.RegisterAsync(agent, stop);
        await using var held = new HeldBatches(registration, time, loggers.CreateLogger<HeldBatches>());
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(drain);
        using var asked = registration.DrainRequested.Register(() => drainAsked?.Invoke());
        using var told = broken.Token.Register(registration.TellDrain);
        FlockMeters.Slots.Add(agent.Slots);
        try
        {
            await Task.WhenAll(Enumerable.Range(1, agent.Slots).Select(EndTogetherAsync));
        }
        finally
        {
            FlockMeters.Slots.Add(-agent.Slots);
        }

        // An agent that lost a slot looks healthy and is not: better all end, and whoever supervises the agent starts
        // it again.
        async Task EndTogetherAsync(int slot)
        {
            try
            {
                await RunSlotAsync(slot, registration, held, broken.Token, stop);
            }
            catch (Exception)
            {
                await broken.CancelAsync();
                throw;
            }
        }
    }

    private async Task RunSlotAsync(
        int slot, IAgentRegistration registration, HeldBatches held, CancellationToken drain, CancellationToken stop)
    {
        await using var slotRunners = new SlotRunners(slot, runners);
        var execution = new BatchExecution(
            agent.Name, slot, registration, transport, slotRunners, time, loggers.CreateLogger<BatchExecution>());
        var loop = new SlotLoop(
            agent.Name, slot, registration, transport, execution, held, time, loggers.CreateLogger<SlotLoop>());
        await loop.RunAsync(drain, stop);
    }
}
