using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Fidelity;

/// <summary>What must not differ between a native run and ours.</summary>
public sealed record CorpusResult(
    string TestId,
    string FullyQualifiedName,
    string DisplayName,
    string Outcome,
    string? Message,
    string? StackTrace,
    string? StandardOutput,
    string? StandardError,
    string Attachments)
{
    /// <summary>
    /// Whether an await still waits, or a time-out comes first, is told by frames of the framework: natively, too, by
    /// chance. So it is for tests of these names, and where a trace leads through a set-up or disposal that awaits.
    /// </summary>
    private static readonly string[] TraceByChance = [".Fails_after_an_await", ".Is_cancelled_when_it_times_out"];

    public static CorpusResult Of(ReportedResult result) => new(
        result.TestId,
        result.FullyQualifiedName,
        result.DisplayName,
        result.Outcome,
        Frames.WithoutReflection(result.Message),
        TraceByChance.Any(name => result.FullyQualifiedName.EndsWith(name, StringComparison.Ordinal))
            || Frames.LeadThroughAnAwait(result.StackTrace)
            ? Frames.OfTests(result.StackTrace)
            : Frames.WithoutReflection(result.StackTrace),
        result.StandardOutput,
        result.StandardError,
        result.Attachments);

    /// <summary>As two runs may tell it that call the framework in different ways.</summary>
    /// <remarks>
    /// Of the stack, the frames of the tests are compared: which thread a framework uses for them depends on what else
    /// it was given. An empty display name does not outlive the platform's test case: MSTest shows the method's name
    /// instead when it has just discovered the test itself, and its full name when a test explorer, or a slot, asks for
    /// it.
    /// </remarks>
    public CorpusResult Anyhow() => this with
    {
        StackTrace = Frames.OfTests(StackTrace),
        DisplayName = DisplayName.StartsWith(FullyQualifiedName + "(System.String)", StringComparison.Ordinal)
            ? FullyQualifiedName[(FullyQualifiedName.LastIndexOf('.') + 1)..]
            : DisplayName,
    };
}
