namespace TestFlock.Core.Efficiency;

/// <summary>What a run cannot be shorter than.</summary>
public enum EfficiencyBound
{
    /// <summary>All tests together, shared evenly: more slots make it shorter.</summary>
    Slots,

    /// <summary>One test: only its author makes it shorter.</summary>
    LongestTest,

    /// <summary>The environment: it bears no more tests at once, however many slots there are.</summary>
    Capacity,
}
