namespace TestFlock.Core.Coordination;

/// <summary>
/// How slot time is shared between the classes of runs that have something to do; what a class does not use goes to the
/// others. Within a class every run gets the same. Agents of one team should agree on the shares.
/// </summary>
public sealed record ClassShares
{
    /// <summary>
    /// Default 16, 1 to 100: release runs come first, and get about three quarters beside both others.
    /// </summary>
    public int Release { get; init; } = 16;

    /// <summary>Default 4, 1 to 100.</summary>
    public int Normal { get; init; } = 4;

    /// <summary>
    /// Default 1, 1 to 100: at least one slot in two hundred whatever the others are, so nobody starves.
    /// </summary>
    public int Background { get; init; } = 1;
}
