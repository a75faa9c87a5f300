namespace TestFlock.Core.Planning;

/// <summary>What decides how much travels in one batch.</summary>
public sealed record BatchSizes
{
    /// <summary>One unit in each batch: for isolation by process, where each unit is a call anyway.</summary>
    public static BatchSizes OneUnit { get; } = new() { Slots = 1, CallCost = TimeSpan.Zero };

    /// <summary>How many slots will share the run, as far as is known when it is planned; at least 1.</summary>
    public required int Slots { get; init; }

    /// <summary>What one more batch costs beside its tests; zero or more.</summary>
    public required TimeSpan CallCost { get; init; }
}
