namespace TestFlock.Fleet.Tests.Support;

/// <summary>One result in the report's file.</summary>
/// <param name="Name">The test's.</param>
/// <param name="Outcome">As the file says it.</param>
/// <param name="Error">Empty when there was none.</param>
/// <param name="Where">The line that names the agent; empty natively.</param>
public sealed record FleetResult(string Name, string Outcome, string Error, string Where);
