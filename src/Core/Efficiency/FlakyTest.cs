namespace TestFlock.Core.Efficiency;

/// <summary>A test that passed after it had failed.</summary>
/// <param name="Name">With its class.</param>
/// <param name="Attempts">How many it took.</param>
public sealed record FlakyTest(string Name, int Attempts);
