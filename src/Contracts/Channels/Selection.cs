namespace TestFlock.Contracts;

/// <summary>
/// The file that tells the adapter in a test process which test cases to run, since no string filter can name them all.
/// The run settings of the call carry its path in <c>&lt;TestFlock&gt;&lt;Selection&gt;</c>.
/// </summary>
public sealed record Selection : IVersioned
{
    public int Writer { get; init; } = ProtocolVersion.Current;

    public int Protocol { get; init; } = ProtocolVersion.Oldest;

    public required IReadOnlyList<TestCase> Cases { get; init; }

    /// <summary>Nothing more runs after a failed test; then none may run beside another.</summary>
    public bool StopsAtFailure { get; init; }
}
