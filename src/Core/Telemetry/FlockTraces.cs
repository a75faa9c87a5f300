using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace TestFlock.Core.Telemetry;

/// <summary>
/// One trace for each test: what happened to it from its publication to its last word. docs/operations.md has the
/// names of the spans. Without a listener nothing is made.
/// </summary>
public static class FlockTraces
{
    public const string Name = "TestFlock";

    private static readonly ActivitySource Source = new(Name);

    public static bool IsOn => Source.HasListeners();

    /// <summary>The trace of a test, which ends when its activity is stopped; null when nobody wants it.</summary>
    public static Activity? BeginTest(string test) => Start("testflock.test", default, null, ("test.case.name", test));

    /// <summary>Where the spans of a test belong.</summary>
    /// <param name="traceParent">W3C's, as it came over the wire.</param>
    /// <param name="test">Its trace.</param>
    public static bool TryParse([NotNullWhen(true)] string? traceParent, out ActivityContext test) =>
        ActivityContext.TryParse(traceParent, null, isRemote: true, out test);

    /// <summary>Something that is over.</summary>
    /// <param name="name">The span's.</param>
    /// <param name="parent">The test's.</param>
    /// <param name="began">When it began.</param>
    /// <param name="ended">When it ended; never told as earlier than it began.</param>
    /// <param name="tags">More about it.</param>
    public static void Add(
        string name,
        ActivityContext parent,
        DateTimeOffset began,
        DateTimeOffset ended,
        params ReadOnlySpan<(string Name, object? Value)> tags)
    {
        using var activity = Start(name, parent, began, tags);
        activity?.SetEndTime((ended > began ? ended : began).UtcDateTime);
    }

    /// <summary>Beside whatever is going on in this flow; it does not become the current one.</summary>
    private static Activity? Start(
        string name,
        ActivityContext parent,
        DateTimeOffset? began,
        params ReadOnlySpan<(string Name, object? Value)> tags)
    {
        var surrounding = Activity.Current;
        Activity.Current = null;
        var activity = Source.StartActivity(
            name, ActivityKind.Internal, parent, startTime: began ?? default);
        foreach (var (tag, value) in tags)
            activity?.SetTag(tag, value);
        Activity.Current = surrounding;
        return activity;
    }
}
