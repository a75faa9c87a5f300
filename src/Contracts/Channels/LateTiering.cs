namespace TestFlock.Contracts;

/// <summary>
/// A slot asks the runtime of its warm host to compile anew only what is called often, not what is called thirty times:
/// in a process that runs dozens of tests, or thousands of short ones, that compilation costs more than it saves. What
/// is hot still becomes as fast as it would natively. docs/decisions/0012 has the figures.
/// </summary>
/// <remarks>
/// The runtime reads the variable when it starts; after that the host takes it away, so that neither tests nor what
/// they start see it.
/// </remarks>
public static class LateTiering
{
    public const string Variable = "DOTNET_TC_CallCountThreshold";

    /// <summary>16,384 calls, hexadecimal as the runtime reads it, in a spelling by which the host knows it as the
    /// slot's.</summary>
    public const string Value = "0x04000";

    // That of slots of the protocol version before.
    private const string EarlierValue = "0x0400";

    /// <summary>Whether it was a slot that set the variable to this.</summary>
    public static bool IsOfSlot(string? value) => value is Value or EarlierValue;
}
