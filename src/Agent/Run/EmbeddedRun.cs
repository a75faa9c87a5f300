using Microsoft.Extensions.Logging;
using TestFlock.Agent.Machine;
using TestFlock.Core.Coordination;
using TestFlock.Core.Runs;
using TestFlock.Core.Settings;
using TestFlock.Execution.Slots;
using TestFlock.Local;

namespace TestFlock.Agent.Run;

/// <summary>A coordinator and its only agent in one process, with queues and leases in memory.</summary>
internal static class EmbeddedRun
{
    // One scope for all coordinators of a user's machine: a solution's test projects start one each, side by side.
    public const string MachineScope = "testflock";

    /// <param name="parts">What every run is made of.</param>
    /// <param name="slots">How many batches run at once.</param>
    /// <param name="whenNoAgents">What becomes of tests that require what the machine does not know of itself.</param>
    /// <param name="runners">For the agent in this process; they end after the run.</param>
    public static FlockRun Create(RunParts parts, int slots, NoAgentsPolicy whenNoAgents, BatchRunners runners)
    {
        var transport = new LocalTransport();
        var coordination = new LocalCoordination(new NamedMutexSlots(MachineScope), runners.ReadyAsync);
        var agent = new AgentLoop(
            new AgentDescription
            {
                Name = Environment.MachineName,
                Slots = slots,
                Capabilities = OwnCapabilities.Read(),
                IsTrusted = whenNoAgents == NoAgentsPolicy.Local,
                Version = ProgramVersion.Text,
            },
            coordination,
            transport,
            runners.Factories,
            parts.Time,
            parts.Loggers);
        var coordinator = new RunCoordinator(
            parts.Plan, transport, coordination, parts.Reports, new RunRules(), parts.Time, parts.Loggers);
        return new FlockRun(
            coordinator, agent, [coordination, parts.Reports], parts.Loggers.CreateLogger<FlockRun>());
    }
}
