namespace TestFlock.Bench.Costs;

/// <summary>
/// 10,000 short tests of one kind: such as do nothing, so that nothing hides what is measured, or such as wait 5 ms.
/// </summary>
internal sealed record ShortTests(string Name, string Path, string[] Size)
{
    public const int Count = Classes * 50;

    private const int Classes = 200;

    private static readonly ShortTests[] Kinds =
    [
        new("trivial", "Trivial/NUnit", [$"-p:ClassCount={Classes}"]),
        new("5ms", "Sleepy", [$"-p:ClassCount={Classes}", "-p:TestsPerClass=50", "-p:SleepMilliseconds=5"]),
    ];

    /// <param name="names">trivial, 5ms; none for both.</param>
    /// <exception cref="ArgumentException">Another name.</exception>
    public static IEnumerable<ShortTests> Of(string[] names) =>
        names.Except(Kinds.Select(kind => kind.Name)).FirstOrDefault() is { } odd
            ? throw new ArgumentException($"'{odd}' is neither trivial nor 5ms.")
            : Kinds.Where(kind => names.Length == 0 || names.Contains(kind.Name));

    /// <summary>Builds them and runs them once, which reads everything from disk.</summary>
    /// <returns>The test assembly.</returns>
    public async Task<string> BuildAsync(string settings)
    {
        var suite = await Suite.BuildAsync(Path, native: false, Size);
        await TestCall.RunAsync(suite, Count, "--settings", settings);
        return suite;
    }
}
