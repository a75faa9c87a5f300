using TestFlock.Core.Progress;

namespace TestFlock.Core.Efficiency;

/// <summary>Where the time of a run went. Times are of the slots' machines, but for <see cref="Wall"/>.</summary>
public sealed record RunEfficiency
{
    /// <summary>Test cases that were asked for.</summary>
    public required int Tests { get; init; }

    /// <summary>Slots that took part.</summary>
    public required int Slots { get; init; }

    /// <summary>From the plan to the last result, on the coordinator's clock.</summary>
    public required TimeSpan Wall { get; init; }

    /// <summary>From the plan to the first test that began; null when none did.</summary>
    public required TimeSpan? FirstTestAfter { get; init; }

    /// <summary>From a batch in hand to its first test, summed over all of them: starts of processes, calls, set-ups.</summary>
    public required TimeSpan Starting { get; init; }

    /// <summary>
    /// How long tests that could have run did not, by what the run waited for. Looked at every few seconds, so shorter
    /// waits are not in it.
    /// </summary>
    public required IReadOnlyDictionary<WaitKind, TimeSpan> Waited { get; init; }

    /// <summary>How many tests the run's environment bears at once, over all runs; null: no bound.</summary>
    public required int? Capacity { get; init; }

    /// <summary>What slots had a batch in hand, summed over all of them.</summary>
    public required TimeSpan Held { get; init; }

    /// <summary>What tests ran, summed over all attempts.</summary>
    public required TimeSpan Tested { get; init; }

    /// <summary>The longest tests, longest first; at most five.</summary>
    public required IReadOnlyList<LongTest> Longest { get; init; }

    /// <summary>Those that passed after they had failed, in the order in which they did.</summary>
    public required IReadOnlyList<FlakyTest> Flaky { get; init; }

    /// <summary>No number of further slots makes a run shorter than its longest test.</summary>
    public EfficiencyBound Bound =>
        Longest is [var longest, ..] && longest.Duration >= EvenShare ? EfficiencyBound.LongestTest
        : Waited.ContainsKey(WaitKind.Capacity) ? EfficiencyBound.Capacity
        : EfficiencyBound.Slots;

    /// <summary>The shortest time that these tests can take on these slots, in this environment.</summary>
    public TimeSpan Shortest => Bound == EfficiencyBound.LongestTest ? Longest[0].Duration : EvenShare;

    /// <summary>From 0 to 1: how much of the slots' time was spent in tests.</summary>
    public double TestedShare => ShareOf(Tested);

    /// <summary>From 0 to 1: how much of the slots' time they had a batch in hand.</summary>
    public double HeldShare => ShareOf(Held);

    private TimeSpan EvenShare => Slots == 0 ? TimeSpan.Zero : Tested / Math.Min(Slots, Capacity ?? Slots);

    // Clocks of several machines, and tests that run side by side within a slot, can lead a little beyond the whole.
    private double ShareOf(TimeSpan time) =>
        Slots == 0 || Wall <= TimeSpan.Zero ? 0 : Math.Clamp(time / (Wall * Slots), 0, 1);
}
