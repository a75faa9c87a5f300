using TestFlock.Contracts;
using TestFlock.Core.History;
using TestFlock.Core.Tests.Planning;

namespace TestFlock.Core.Tests.History;

public class SuiteDurationsTests
{
    private static readonly DateOnly Day = new(2026, 1, 31);
    private static readonly TestCase Test = TestCases.Xunit("N.T", "One");

    [Fact]
    public void Find_newTest_isUnknown() => SuiteDurations.Unknown.Find(Test).ShouldBeNull();

    [Fact]
    public void Find_oneOutlierOfFive_doesNotMoveTheExpectation() =>
        After(10, 11, 600, 10, 12).Find(Test).ShouldBe(TimeSpan.FromSeconds(11));

    [Fact]
    public void Find_testThatBecameSlower_followsWithinThreeRuns() =>
        After(1, 1, 1, 1, 1, 9, 9, 9).Find(Test).ShouldBe(TimeSpan.FromSeconds(9));

    [Theory]
    [InlineData(new[] { 30, 40 }, 10, null)]
    [InlineData(new[] { 30, 40, 20 }, 10, 400)]
    [InlineData(new[] { 1, 2, 1 }, 10, 60)]
    [InlineData(new[] { 30, 40, 20 }, 0, null)]
    public void FindTimeout_isTheLongestRunTimesTheFactor_onceThereAreThree(int[] seconds, int factor, int? expected) =>
        ((int?)After(seconds).FindTimeout(Test, factor)?.TotalSeconds).ShouldBe(expected);

    [Fact]
    public void With_manyRuns_keepsTheLastFive() =>
        After(1, 2, 3, 4, 5, 6, 7).Tests[TestKey.Of(Test)].Durations.Select(d => d.TotalSeconds)
            .ShouldBe([3, 4, 5, 6, 7]);

    [Fact]
    public void With_testThatHasNotRunForLong_isForgotten()
    {
        var other = TestKey.Of(TestCases.Xunit("N.T", "Two"));

        var kept = After(1).With(new Dictionary<TestKey, TimeSpan> { [other] = TimeSpan.Zero }, Day.AddDays(91), 90);

        kept.Tests.Keys.ShouldBe([other]);
    }

    [Fact]
    public void Key_isOfTheNames_notOfTheId() =>
        TestKey.Of(Test with { Id = Guid.NewGuid(), Source = "/elsewhere/a.dll" }).ShouldBe(TestKey.Of(Test));

    [Fact]
    public void Key_tellsNamesApart_thatMeetAtTheirSeam() =>
        TestKey.Of(Test with { FullyQualifiedName = "ab", DisplayName = "c" })
            .ShouldNotBe(TestKey.Of(Test with { FullyQualifiedName = "a", DisplayName = "bc" }));

    [Fact]
    public void Key_takesHalfASurrogatePair() =>
        TestKey.Of(Test with { DisplayName = "\ud800" }).ShouldNotBe(TestKey.Of(Test with { DisplayName = "\ud801" }));

    private static SuiteDurations After(params int[] seconds) => seconds.Aggregate(
        SuiteDurations.Unknown,
        (history, s) => history.With(
            new Dictionary<TestKey, TimeSpan> { [TestKey.Of(Test)] = TimeSpan.FromSeconds(s) }, Day, keptDays: 90));
}
