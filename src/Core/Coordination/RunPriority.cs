namespace TestFlock.Core.Coordination;

/// <summary>The class of a run; a higher class gets a larger share of the slots, none gets nothing.</summary>
public enum RunPriority
{
    Background,
    Normal,
    Release,
}
