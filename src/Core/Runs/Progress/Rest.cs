namespace TestFlock.Core.Runs.Progress;

/// <summary>
/// What is left of many batches, added up one by one: a run may have a hundred thousand open ones, and is measured with
/// every look at the flock.
/// </summary>
internal sealed class Rest(Forecast forecast)
{
    private TimeSpan _sum;
    private TimeSpan _longest;
    private int _batches;
    private bool _isUnknown;

    /// <param name="open">A batch: by history, cases, for how long it runs.</param>
    public void Add((TimeSpan Expected, int Cases, TimeSpan Running) open)
    {
        _batches++;
        if (_isUnknown || forecast.LeftOf(open) is not { } left)
        {
            _isUnknown = true;
            return;
        }

        _sum += left;
        if (left > _longest)
            _longest = left;
    }

    /// <returns>Null while nothing is known of any test.</returns>
    public (TimeSpan AtLeast, TimeSpan AtMost)? On(int slots)
    {
        if (_isUnknown)
            return null;
        var share = _sum / slots;
        return (share > _longest ? share : _longest, (_sum - _longest) / slots + _longest);
    }

    /// <summary>
    /// As many slots as let the rest end within a time, or as soon as its longest batch, which no slots make shorter.
    /// </summary>
    /// <returns>At least 1, at most one for each batch, and that while nothing is known of any test.</returns>
    public int SlotsFor(TimeSpan within)
    {
        if (_isUnknown)
            return _batches;
        var slots = Math.Ceiling(_sum / (_longest > within ? _longest : within));
        return (int)Math.Clamp(slots, 1, Math.Max(1, _batches));
    }
}
