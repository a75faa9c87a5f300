using TestFlock.Contracts;

namespace TestFlock.Core.Planning;

/// <summary>
/// How long units are expected to take. A test that nothing is known of counts as the median of its class, or of all
/// that are known, so that new tests come neither first nor last; while nothing is known at all, units with many tests
/// come first.
/// </summary>
internal sealed class ExpectedDurations
{
    private static readonly TimeSpan WhenNothingIsKnown = TimeSpan.FromSeconds(1);

    private readonly TimeSpan?[] _known;
    private readonly TimeSpan[] _expected;

    public ExpectedDurations(IReadOnlyList<TestCase> cases, Func<TestCase, TimeSpan?> estimate)
    {
        _known = [.. cases.Select(estimate)];
        IsAnyKnown = Array.Exists(_known, known => known is not null);
        _expected = IsAnyKnown ? Complete(cases) : Enumerable.Repeat(WhenNothingIsKnown, cases.Count).ToArray();
    }

    /// <summary>Whether any test of the run has a history.</summary>
    public bool IsAnyKnown { get; }

    /// <summary>What it will take, as far as one can tell; never zero for a unit that has tests.</summary>
    public TimeSpan Of(PlannedUnit unit) => Sum(unit, ordinal => _expected[ordinal]);

    /// <summary>What history says it takes; zero when it does not know all of it.</summary>
    public TimeSpan KnownOf(PlannedUnit unit) =>
        unit.Ordinals.All(ordinal => _known[ordinal] is not null) ? Of(unit) : TimeSpan.Zero;

    private TimeSpan[] Complete(IReadOnlyList<TestCase> cases)
    {
        var all = Median(_known.OfType<TimeSpan>());
        var classes = new string?[cases.Count];
        if (Array.Exists(_known, known => known is null))
            classes = [.. cases.Select(test => TestPlaces.Of(test, isClass: null).Class)];
        var ofClass = Enumerable.Range(0, cases.Count)
            .Where(ordinal => _known[ordinal] is not null && classes[ordinal] is not null)
            .GroupBy(ordinal => classes[ordinal]!, ordinal => _known[ordinal]!.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, Median, StringComparer.Ordinal);
        return
        [
            .. Enumerable.Range(0, cases.Count).Select(ordinal =>
                _known[ordinal] ?? ofClass.GetValueOrDefault(classes[ordinal]!, all)),
        ];
    }

    // Of an even number the longer one: a long test begun late costs the most.
    private static TimeSpan Median(IEnumerable<TimeSpan> durations)
    {
        var sorted = durations.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static TimeSpan Sum(PlannedUnit unit, Func<int, TimeSpan> of)
    {
        var sum = TimeSpan.Zero;
        foreach (var ordinal in unit.Ordinals)
            sum += of(ordinal);
        return sum;
    }
}
