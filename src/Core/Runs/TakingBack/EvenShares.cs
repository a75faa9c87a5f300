using TestFlock.Contracts;
using TestFlock.Core.Planning;

namespace TestFlock.Core.Runs.TakingBack;

/// <summary>
/// Shares out what was given back: the longest part first, each to who has the least. A class goes to one.
/// </summary>
internal static class EvenShares
{
    // Tests that take no time, or of which nothing is known, are shared by number.
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    /// <param name="units">At least one.</param>
    /// <param name="parts">At least 1; less are made where there is less to share.</param>
    /// <param name="durations">What is known of the tests.</param>
    /// <returns>None is empty; the order of the units is kept in each.</returns>
    public static IReadOnlyList<IReadOnlyList<Unit>> Cut(
        IReadOnlyList<Unit> units, int parts, CaseDurations durations)
    {
        var blocks = ClassBlocks.Of(units);
        var shares = Enumerable.Range(0, Math.Min(parts, blocks.Count)).Select(_ => new List<int>()).ToArray();
        var least = new PriorityQueue<List<int>, TimeSpan>(shares.Select(share => (share, TimeSpan.Zero)));
        foreach (var (index, weight) in blocks.Select(WeightOf).Index().OrderByDescending(block => block.Item))
        {
            least.TryDequeue(out var share, out var has);
            share!.Add(index);
            least.Enqueue(share, has + weight);
        }

        return [.. shares.Select(share => (IReadOnlyList<Unit>)[.. share.Order().SelectMany(index => blocks[index])])];

        TimeSpan WeightOf(IReadOnlyList<Unit> block)
        {
            var attempts = block.SelectMany(unit => unit.Attempts).ToArray();
            return durations.Of(attempts) + (Least * attempts.Length);
        }
    }
}
