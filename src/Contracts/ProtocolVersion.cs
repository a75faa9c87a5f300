namespace TestFlock.Contracts;

/// <summary>
/// The version of the wire messages: adapter, coordinator, agents and hosts say theirs first and refuse
/// what they cannot read.
/// </summary>
public static class ProtocolVersion
{
    /// <summary>What this build speaks.</summary>
    public const int Current = 1;

    /// <summary>The oldest version that this build still understands.</summary>
    public const int Oldest = 1;

    /// <summary>Whether a message of <paramref name="version"/> can be read by this build.</summary>
    public static bool IsSupported(int version) => version is >= Oldest and <= Current;

    /// <summary>The message for a peer of another version: names both and the cure.</summary>
    public static string Refusal(string peer, int version) =>
        version > Current
            ? $"{peer} speaks protocol {version}, this TestFlock understands {Oldest} to {Current}. Upgrade this side."
            : $"{peer} speaks protocol {version}, this TestFlock understands {Oldest} to {Current}. Upgrade {peer}.";
}
