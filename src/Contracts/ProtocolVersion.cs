namespace TestFlock.Contracts;

/// <summary>
/// The version of the wire messages. Whoever opens a conversation, and every message that a broker carries, says which
/// version wrote it and which version it needs, so a build and the one before it work together: what is new in a
/// version can be ignored by readers of the version before, or what uses it says that it needs the new one, and only
/// those get it who know it.
/// </summary>
/// <remarks>1: the first. 2: says what it needs; agents say which versions they understand.</remarks>
public static class ProtocolVersion
{
    /// <summary>What this build writes, and the newest that it knows.</summary>
    public const int Current = 2;

    /// <summary>
    /// The oldest that this build still understands, and the one that its messages need unless they say otherwise.
    /// </summary>
    public const int Oldest = Current - 1;
}
