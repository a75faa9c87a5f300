namespace TestFlock.Core.Coordination;

/// <summary>A system under test and how many batches may run against it at once, over all runs and agents.</summary>
public sealed record EnvironmentCapacity(string Name, int Capacity);
