namespace TestFlock.Core.Reporting;

/// <summary>Who ran an attempt.</summary>
/// <param name="Agent">The agent's name; empty when no agent had it.</param>
/// <param name="Slot">From 1; 0 when no slot had it.</param>
public sealed record AttemptPlace(string Agent, int Slot)
{
    /// <summary>For what was never given to a slot.</summary>
    public static AttemptPlace None { get; } = new("", 0);
}
