namespace TestFlock.Core.Efficiency;

/// <summary>A test that took long.</summary>
/// <param name="Name">Its display name, with the class where that does not tell it.</param>
/// <param name="Duration">All its results of one attempt together.</param>
/// <param name="Agent">Who ran it.</param>
/// <param name="Slot">Where, from 1.</param>
public sealed record LongTest(string Name, TimeSpan Duration, string Agent, int Slot);
