namespace TestFlock.Execution.Warm;

/// <summary>
/// How many tests of an assembly go into a slot's next call: so many that what the call itself costs stays small beside
/// them, and no more, since what has begun cannot be given to a free slot.
/// </summary>
internal sealed class PortionSize
{
    // What a call costs is to stay below 4 % of its time.
    private const int CallsWorth = 25;

    // Tests of which nothing is known may be slower than those before them.
    private const int MostGrowth = 4;

    // And that they take no time is no reason for thousands of them in one call.
    private static readonly TimeSpan LeastPace = TimeSpan.FromMilliseconds(1);

    private TimeSpan _cost = TimeSpan.MaxValue;
    private TimeSpan _took;
    private long _tests;
    private TimeSpan _lastPace;
    private long _most;

    /// <param name="tests">How many the call had, at least 1.</param>
    /// <param name="before">
    /// From the call's start to its first test: what it costs. Set-ups of the first class are in it, and whatever else
    /// the machine did; so the least that was seen counts.
    /// </param>
    /// <param name="took">From there to the call's end.</param>
    public void Learn(int tests, TimeSpan before, TimeSpan took)
    {
        _cost = before < _cost ? before : _cost;
        (_took, _tests, _lastPace) = (_took + took, _tests + tests, took / tests);
        _most = Math.Max(_most, tests);
    }

    /// <param name="expected">How long a test takes by history; zero: unknown.</param>
    /// <returns>At least 1.</returns>
    public int Next(TimeSpan expected)
    {
        if (_tests == 0)
            return 1;

        // The slowest of what is known: too small a portion costs a call, too large a one may cost a slot's whole time.
        var isKnown = expected > TimeSpan.Zero;
        var seen = Math.Max(_lastPace.Ticks, _took.Ticks / _tests);
        var pace = Math.Max(seen, isKnown ? expected.Ticks : LeastPace.Ticks);
        var most = isKnown ? int.MaxValue : Math.Min(_most * MostGrowth, int.MaxValue);
        return (int)Math.Clamp(_cost.Ticks * CallsWorth / pace, 1, most);
    }
}
