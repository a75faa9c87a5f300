namespace TestFlock.Core.Overview;

/// <summary>A system under test and who uses it.</summary>
/// <param name="Name">As runs call it.</param>
/// <param name="Capacity">
/// How many batches it bears at once: the least that a living run says; null while no living run names it.
/// </param>
/// <param name="Held">
/// How many hold it. More than what slots do now, for a while after an agent was lost that may still be testing.
/// </param>
public sealed record EnvironmentState(string Name, int? Capacity, int Held)
{
    public bool IsFull => Held >= Capacity;
}
