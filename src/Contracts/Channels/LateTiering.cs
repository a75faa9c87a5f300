namespace TestFlock.Contracts;

/// <summary>
/// A slot asks the runtime of its warm host to compile anew only what is called often, not what is called thirty times:
/// in a process that runs a few dozen tests that compilation costs more than all else. What is hot still becomes as
/// fast as it would natively. docs/decisions/0012 has the figures.
/// </summary>
/// <remarks>
/// The runtime reads the variable when it starts; after that the host takes it away, so that neither tests nor what
/// they start see it.
/// </remarks>
public static class LateTiering
{
    public const string Variable = "DOTNET_TC_CallCountThreshold";

    /// <summary>1,024 calls, hexadecimal as the runtime reads it, in a spelling by which the host knows it as the
    /// slot's.</summary>
    public const string Value = "0x0400";
}
