namespace TestFlock.Contracts;

/// <summary>
/// A slot asks the runtime of its warm host not to map the memory of compiled code twice, once to write and once to run
/// it: a guard against attackers from within that makes each first compilation dearer, and a host compiles thousands of
/// methods before its first test. docs/decisions/0012 has the figures.
/// </summary>
/// <inheritdoc cref="LateTiering" path="/remarks"/>
public static class QuickCompiling
{
    public const string Variable = "DOTNET_EnableWriteXorExecute";

    /// <summary>Off, in a spelling by which the host knows it as the slot's.</summary>
    public const string Value = "0x00";
}
