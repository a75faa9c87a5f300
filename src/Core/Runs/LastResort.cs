using TestFlock.Core.Coordination;

namespace TestFlock.Core.Runs;

/// <summary>
/// Slots of the caller's own machine, for tests that no living agent can run and whose user wants them there then.
/// </summary>
/// <param name="Machine">What it offers. It is trusted with what it does not know of itself.</param>
/// <param name="Part">Gets the sets of requirements that are left to it.</param>
/// <param name="ServeAsync">Serves the part until cancelled; called when there is something to serve, once.</param>
public sealed record LastResort(AgentDescription Machine, RunPart Part, Func<CancellationToken, Task> ServeAsync);
