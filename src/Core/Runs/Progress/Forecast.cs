namespace TestFlock.Core.Runs.Progress;

/// <summary>
/// How long the rest of a run takes on the slots that it has. The bounds are those of any order that leaves no slot
/// idle: never less than an even share or than the longest batch, never more than the even share of all others and the
/// longest one behind them.
/// </summary>
internal sealed class Forecast
{
    private TimeSpan _expected;
    private TimeSpan _took;
    private TimeSpan _tookOfAll;
    private int _cases;

    /// <param name="expected">By history; zero when it was unknown.</param>
    /// <param name="cases">How many test cases it had.</param>
    /// <param name="took">From its beginning to its end.</param>
    public void Learn(TimeSpan expected, int cases, TimeSpan took)
    {
        (_tookOfAll, _cases) = (_tookOfAll + took, _cases + cases);
        if (expected > TimeSpan.Zero)
            (_expected, _took) = (_expected + expected, _took + took);
    }

    /// <param name="open">
    /// What is left of each batch that has not ended: by history, cases, for how long it runs.
    /// </param>
    /// <param name="slots">At least 1.</param>
    /// <returns>Null while nothing is known of any test.</returns>
    public (TimeSpan AtLeast, TimeSpan AtMost)? Of(
        IEnumerable<(TimeSpan Expected, int Cases, TimeSpan Running)> open, int slots)
    {
        if (Left(open) is not var (sum, longest))
            return null;
        var share = sum / slots;
        return (share > longest ? share : longest, (sum - longest) / slots + longest);
    }

    /// <summary>
    /// As many slots as let the rest end within a time, or as soon as its longest batch, which no slots make shorter.
    /// </summary>
    /// <returns>At least 1, at most one for each batch, and that while nothing is known of any test.</returns>
    public int SlotsFor(IReadOnlyCollection<(TimeSpan Expected, int Cases, TimeSpan Running)> open, TimeSpan within)
    {
        if (Left(open) is not var (sum, longest))
            return open.Count;
        var slots = Math.Ceiling(sum / (longest > within ? longest : within));
        return (int)Math.Clamp(slots, 1, Math.Max(1, open.Count));
    }

    private (TimeSpan Sum, TimeSpan Longest)? Left(
        IEnumerable<(TimeSpan Expected, int Cases, TimeSpan Running)> open)
    {
        var (sum, longest) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var (expected, cases, running) in open)
        {
            if (Estimate(expected, cases) is not { } whole)
                return null;

            // What took longer than expected may end at any moment.
            var left = whole > running ? whole - running : TimeSpan.Zero;
            sum += left;
            if (left > longest)
                longest = left;
        }

        return (sum, longest);
    }

    private TimeSpan? Estimate(TimeSpan expected, int cases) =>
        expected > TimeSpan.Zero ? expected * Pace
        : _cases > 0 ? _tookOfAll / _cases * cases
        : null;

    // History was written on other machines, and knows nothing of what starting hosts costs here.
    private double Pace => _expected > TimeSpan.Zero ? _took / _expected : 1;
}
