namespace TestFlock.Contracts;

/// <summary>
/// What a slot asks of the runtime of its warm host, unless somebody else has set the same: a process that runs dozens
/// of tests, or thousands of short ones, spends more time on compiling than on them. docs/decisions/0012 has the
/// figures.
/// </summary>
/// <remarks>
/// The runtime reads the variables when it starts; after that the host takes them away, so that neither tests nor what
/// they start see them. It knows the slot's by their odd spelling (hexadecimal, as the runtime reads them).
/// </remarks>
/// <param name="Variable">Of the environment.</param>
/// <param name="Value">What a slot sets.</param>
public sealed record HostTuning(string Variable, string Value)
{
    // Of slots of the protocol version before: 1,024 calls.
    private const string EarlierCalls = "0x0400";

    /// <summary>
    /// Compile anew only what was called 16,384 times, not what was called thirty times. What is hot still becomes as
    /// fast as it would natively.
    /// </summary>
    public static HostTuning LateTiering { get; } = new("DOTNET_TC_CallCountThreshold", "0x04000");

    /// <summary>
    /// Do not map the memory of compiled code twice, once to write and once to run it: a guard against attackers from
    /// within, at the cost of each first compilation.
    /// </summary>
    public static HostTuning SingleMapping { get; } = new("DOTNET_EnableWriteXorExecute", "0x00");

    /// <summary>
    /// A thread of the pool that has nothing to do sleeps at once, and does not first spin for more: where each slot
    /// has a host, that time is another's. What wakes it comes some microseconds later.
    /// </summary>
    public static HostTuning NoSpinning { get; } = new("DOTNET_ThreadPool_UnfairSemaphoreSpinLimit", "0x00");

    public static IReadOnlyList<HostTuning> All { get; } = [LateTiering, SingleMapping, NoSpinning];

    /// <summary>Whether it was a slot that set the variable to this.</summary>
    public bool IsOfSlot(string? value) => value == Value || (this == LateTiering && value == EarlierCalls);
}
