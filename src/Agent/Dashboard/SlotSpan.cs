namespace TestFlock.Agent.Dashboard;

/// <summary>One batch on one slot.</summary>
/// <param name="Slot">Agent and number.</param>
/// <param name="Run">Whose.</param>
/// <param name="What">Its tests, for people.</param>
/// <param name="Began">When the slot took it.</param>
/// <param name="Ended">When it was last seen with it.</param>
/// <param name="Version">When this was last changed, in looks.</param>
internal sealed record SlotSpan(
    string Slot, string Run, string What, DateTimeOffset Began, DateTimeOffset Ended, long Version);
