namespace TestFlock.Contracts;

/// <summary>
/// One runnable item as VSTest knows it, whole: a framework's adapter that gets it back must recognize it, so every
/// property travels along, and only <see cref="Source"/> may be changed on the way.
/// </summary>
public sealed record TestCase
{
    /// <summary>VSTest's id; distinct rows may share one, so it identifies no result by itself.</summary>
    public required Guid Id { get; init; }

    public required string FullyQualifiedName { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>The full path of the test assembly.</summary>
    public required string Source { get; init; }

    /// <summary>The framework adapter's own URI, such as <c>executor://nunit3testexecutor/</c>.</summary>
    public required string ExecutorUri { get; init; }

    public string? CodeFilePath { get; init; }

    /// <summary>From 1; -1 when unknown.</summary>
    public int LineNumber { get; init; } = -1;

    /// <summary>
    /// Whether it runs even if it is marked explicit, because the caller's choice was made of explicit tests alone.
    /// When false, the framework passes over an explicit test, and says so, as in a run of the whole assembly.
    /// </summary>
    public bool RunsExplicit { get; init; }

    public IReadOnlyList<Trait> Traits { get; init; } = [];

    /// <summary>What the framework's adapter attached, beyond the members above.</summary>
    public IReadOnlyList<PropertyValue> Properties { get; init; } = [];
}
