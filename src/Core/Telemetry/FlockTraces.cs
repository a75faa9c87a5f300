using System.Diagnostics;

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

    /// <summary>Something that is over.</summary>
    /// <param name="name">The span's.</param>
    /// <param name="parent">W3C's traceparent.</param>
    /// <param name="began">When it began.</param>
    /// <param name="ended">When it ended; never told as earlier than it began.</param>
    /// <param name="tags">More about it.</param>
    public static void Add(
        string name,
        string parent,
        DateTimeOffset began,
        DateTimeOffset ended,
        params ReadOnlySpan<(string Name, object? Value)> tags)
    {
        if (!ActivityContext.TryParse(parent, null, isRemote: true, out var context))
            return;
        using var activity = Start(name, context, began, tags);
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
