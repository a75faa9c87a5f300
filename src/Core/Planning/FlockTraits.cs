namespace TestFlock.Core.Planning;

/// <summary>The traits by which a test tells TestFlock how to run it.</summary>
internal static class FlockTraits
{
    public const string Prefix = "TestFlock.";

    /// <summary>Tests with the same value stay together, whatever the settings say.</summary>
    public const string Group = Prefix + "Group";

    /// <summary>What an agent must offer, on top of what the run asks for.</summary>
    public const string Requires = Prefix + "Requires";

    /// <summary>
    /// How often a failure is tried again, in place of the settings: <c>2</c>, <c>test:2</c> or <c>class:2</c>.
    /// </summary>
    public const string Retry = Prefix + "Retry";

    /// <summary>The longest that the test may execute, in place of the settings: <c>00:01:30</c>.</summary>
    public const string Timeout = Prefix + "Timeout";

    /// <summary>On a class whose tests build on each other: after a failed one, the rest is not run.</summary>
    public const string Incremental = Prefix + "Incremental";

    /// <summary>All that mean something now or will.</summary>
    public static IReadOnlyList<string> Known { get; } = [Group, Requires, Retry, Timeout, Incremental];

    /// <summary>
    /// Those whose feature is still to come: refused rather than ignored. Whoever builds a feature deletes its name.
    /// </summary>
    public static IReadOnlyList<string> NotAvailableYet { get; } = [];
}
