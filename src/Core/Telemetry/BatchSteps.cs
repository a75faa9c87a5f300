namespace TestFlock.Core.Telemetry;

/// <summary>
/// What a slot does for a batch before its first test, noted where it is done and read where the tests' traces are
/// written; it flows with the batch's own work.
/// </summary>
public sealed class BatchSteps
{
    private static readonly AsyncLocal<BatchSteps?> Ambient = new();

    private readonly List<(string Name, DateTimeOffset Began, DateTimeOffset Ended)> _all = [];

    /// <summary>In the order in which they ended.</summary>
    public IReadOnlyList<(string Name, DateTimeOffset Began, DateTimeOffset Ended)> All => _all;

    /// <summary>The steps of the batch that this flow works on from here on.</summary>
    public static BatchSteps Begin() => Ambient.Value = new BatchSteps();

    /// <summary>Something was done for the batch of this flow; nothing where there is none.</summary>
    public static void Note(string name, DateTimeOffset began, DateTimeOffset ended) =>
        Ambient.Value?._all.Add((name, began, ended));
}
