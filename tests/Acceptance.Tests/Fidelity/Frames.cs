namespace TestFlock.Acceptance.Tests.Fidelity;

/// <summary>Stack traces without what no two runs have in common.</summary>
internal static class Frames
{
    // The runtime calls a method through other frames once it has been called a few times.
    private static readonly string[] Reflection = ["at System.Reflection.", "at System.RuntimeMethodHandle.", "at InvokeStub_"];

    public static string? WithoutReflection(string? text) =>
        Keep(text, line => !Reflection.Any(frame => line.StartsWith(frame, StringComparison.Ordinal)));

    public static string? OfTests(string? stackTrace) =>
        Keep(stackTrace, line => line.StartsWith("at Corpus.", StringComparison.Ordinal));

    /// <summary>Whether a method of the tests that awaits is among them: those are named so.</summary>
    public static bool LeadThroughAnAwait(string? stackTrace) =>
        OfTests(stackTrace) is { } own && own.Contains("Async()", StringComparison.Ordinal);

    private static string? Keep(string? text, Func<string, bool> isKept) =>
        text is null ? null : string.Join('\n', text.Split('\n').Where(line => isKept(line.Trim())));
}
