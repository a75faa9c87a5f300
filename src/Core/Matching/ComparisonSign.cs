namespace TestFlock.Core.Matching;

/// <summary>How comparisons are written.</summary>
internal static class ComparisonSign
{
    /// <summary>Longer signs first, so that <c>&gt;=</c> is not read as <c>&gt;</c>.</summary>
    public static IReadOnlyList<(string Sign, Comparison Comparison)> All { get; } =
    [
        (">=", Comparison.AtLeast), ("<=", Comparison.AtMost), ("!=", Comparison.NotEqual),
        (">", Comparison.Above), ("<", Comparison.Below), ("=", Comparison.Equal),
    ];

    public static string Of(Comparison comparison) =>
        All.FirstOrDefault(entry => entry.Comparison == comparison).Sign ?? "";
}
