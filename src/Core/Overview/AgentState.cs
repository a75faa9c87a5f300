using TestFlock.Core.Coordination;

namespace TestFlock.Core.Overview;

/// <summary>An agent that lives.</summary>
/// <param name="Description">What it says of itself.</param>
/// <param name="IsDraining">Whether it takes nothing new and leaves when its tests have ended.</param>
public sealed record AgentState(AgentDescription Description, bool IsDraining);
