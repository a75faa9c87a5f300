using TestFlock.Core.Runs.Progress;

namespace TestFlock.Core.Tests.Runs;

public class ForecastTests
{
    private readonly Forecast _forecast = new();

    [Fact]
    public void Of_nothingKnown_saysNothing() => _forecast.Of([(TimeSpan.Zero, 1, TimeSpan.Zero)], 2).ShouldBeNull();

    [Fact]
    public void Of_knownDurations_isBoundByEvenShareAndLongest()
    {
        var left = _forecast.Of([Waiting(10), Waiting(4), Waiting(2)], slots: 2);

        left.ShouldBe((Seconds(10), Seconds(13)));
    }

    [Fact]
    public void Of_runningBatches_countsOnlyWhatIsLeftOfThem()
    {
        var left = _forecast.Of([(Seconds(10), 1, Seconds(7)), (Seconds(2), 1, Seconds(9))], slots: 1);

        left.ShouldBe((Seconds(3), Seconds(3)));
    }

    [Fact]
    public void Of_historyThatIsHalfOfWhatItTakesHere_isCorrected()
    {
        _forecast.Learn(expected: Seconds(4), cases: 1, took: Seconds(8));

        _forecast.Of([Waiting(5)], slots: 1).ShouldBe((Seconds(10), Seconds(10)));
    }

    [Fact]
    public void Of_unknownTests_takeWhatOthersOfTheRunTook()
    {
        _forecast.Learn(expected: TimeSpan.Zero, cases: 4, took: Seconds(8));

        _forecast.Of([(TimeSpan.Zero, 3, TimeSpan.Zero)], slots: 1).ShouldBe((Seconds(6), Seconds(6)));
    }

    /// <summary>Whatever the order in which slots take batches, the time lies between the bounds.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public void Of_anyOrder_liesBetweenTheBounds(int slots)
    {
        int[] seconds = [9, 1, 1, 7, 3, 3, 2, 8, 1, 5];
        var (least, most) = _forecast.Of(seconds.Select(Waiting), slots).ShouldNotBeNull();

        foreach (var order in new[] { seconds, [.. seconds.Order()], [.. seconds.OrderDescending()] })
        {
            var free = new int[slots];
            foreach (var batch in order)
                free[Array.IndexOf(free, free.Min())] += batch;
            Seconds(free.Max()).ShouldBeInRange(least, most);
        }
    }

    [Theory]
    [InlineData(60, 1)] // one slot ends within the minute
    [InlineData(12, 3)] // 30 s of work within 12
    [InlineData(1, 3)] // the longest takes 10 s, on however many slots
    public void SlotsFor_knownDurations_isNoMoreThanBringTheEndNearer(int within, int slots) =>
        _forecast.SlotsFor([Waiting(10), Waiting(8), Waiting(7), Waiting(5)], Seconds(within)).ShouldBe(slots);

    [Fact]
    public void SlotsFor_nothingKnown_isOneForEachBatch() =>
        _forecast.SlotsFor([(TimeSpan.Zero, 1, TimeSpan.Zero), (TimeSpan.Zero, 4, TimeSpan.Zero)], Seconds(60)).ShouldBe(2);

    private static (TimeSpan, int, TimeSpan) Waiting(int seconds) => (Seconds(seconds), 1, TimeSpan.Zero);

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
