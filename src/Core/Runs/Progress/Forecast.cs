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
        IEnumerable<(TimeSpan Expected, int Cases, TimeSpan Running)> open, int slots) => Add(open).On(slots);

    /// <inheritdoc cref="Rest.SlotsFor"/>
    public int SlotsFor(IEnumerable<(TimeSpan Expected, int Cases, TimeSpan Running)> open, TimeSpan within) =>
        Add(open).SlotsFor(within);

    /// <returns>Null while nothing is known of any test.</returns>
    internal TimeSpan? LeftOf((TimeSpan Expected, int Cases, TimeSpan Running) open) =>
        Estimate(open.Expected, open.Cases) is not { } whole ? null

        // What took longer than expected may end at any moment.
        : whole > open.Running ? whole - open.Running
        : TimeSpan.Zero;

    private Rest Add(IEnumerable<(TimeSpan Expected, int Cases, TimeSpan Running)> open)
    {
        var rest = new Rest(this);
        foreach (var batch in open)
            rest.Add(batch);
        return rest;
    }

    private TimeSpan? Estimate(TimeSpan expected, int cases) =>
        expected > TimeSpan.Zero ? expected * Pace
        : _cases > 0 ? _tookOfAll / _cases * cases
        : null;

    // History was written on other machines, and knows nothing of what starting hosts costs here.
    private double Pace => _expected > TimeSpan.Zero ? _took / _expected : 1;
}
