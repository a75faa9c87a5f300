using TestFlock.Contracts;

namespace TestFlock.Core.Planning;

/// <summary>
/// How long units are expected to take. A test that nothing is known of counts as the median of those that are known,
/// so that new tests come neither first nor last; while nothing is known at all, units with many tests come first.
/// </summary>
internal sealed class ExpectedDurations
{
    private readonly TimeSpan?[] _known;
    private readonly TimeSpan _typical;

    public ExpectedDurations(IReadOnlyList<TestCase> cases, Func<TestCase, TimeSpan?> estimate)
    {
        _known = [.. cases.Select(estimate)];
        var sorted = _known.OfType<TimeSpan>().Order().ToArray();
        _typical = sorted.Length == 0 ? TimeSpan.FromSeconds(1) : sorted[sorted.Length / 2];
    }

    /// <returns>The time to order by, and the time to publish: zero when some part of it is not known.</returns>
    public (TimeSpan ForOrder, TimeSpan Known) Of(PlannedUnit unit)
    {
        var sum = TimeSpan.Zero;
        var isKnown = true;
        foreach (var ordinal in unit.Ordinals)
        {
            sum += _known[ordinal] ?? _typical;
            isKnown &= _known[ordinal] is not null;
        }

        return (sum, isKnown ? sum : TimeSpan.Zero);
    }
}
