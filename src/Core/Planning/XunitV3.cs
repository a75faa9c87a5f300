using TestFlock.Contracts;

namespace TestFlock.Core.Planning;

/// <summary>Tells tests of xUnit v3 from those of v2: one adapter runs both, under one name.</summary>
public static class XunitV3
{
    // It stands beside every test program of v3, and beside no assembly of v2.
    private const string Framework = "xunit.v3.core.dll";

    /// <param name="test">Any test case.</param>
    /// <param name="fileExists">Whether there is a file of this path.</param>
    public static bool Runs(TestCase test, Func<string, bool> fileExists) =>
        test.ExecutorUri.Contains("xunit", StringComparison.OrdinalIgnoreCase)
        && fileExists(Path.Combine(Path.GetDirectoryName(test.Source) ?? "", Framework));
}
