using TestFlock.Contracts;

namespace TestFlock.Core.Planning;

/// <summary>What a call in a warm host costs beyond its tests, as measured; docs/decisions has the figures.</summary>
public static class WarmCallCost
{
    private static readonly TimeSpan Call = TimeSpan.FromMilliseconds(10);

    // Its adapter starts the test program anew for each call.
    private static readonly TimeSpan Xunit3Call = TimeSpan.FromMilliseconds(400);

    // NUnit's adapter explores the whole assembly for each call.
    private static readonly TimeSpan NUnitExploring = TimeSpan.FromMicroseconds(12);

    /// <param name="cases">Those of the run.</param>
    /// <param name="fileExists">Whether there is a file of this path.</param>
    public static TimeSpan Of(IReadOnlyList<TestCase> cases, Func<string, bool> fileExists)
    {
        if (cases.Count == 0)
            return Call;
        var first = cases[0];
        if (XunitV3.Runs(first, fileExists))
            return Xunit3Call;
        return first.ExecutorUri.Contains("nunit", StringComparison.OrdinalIgnoreCase)
            ? Call + (NUnitExploring * cases.Count)
            : Call;
    }
}
