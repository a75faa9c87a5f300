namespace Corpus.Outcomes;

public sealed class SkipTests
{
    public static bool IsTrue => true;

    public static bool IsFalse => false;

    public static bool IsBroken => throw new InvalidOperationException("the condition is broken");

    [Fact]
    public void Is_skipped_at_run_time() => Assert.Skip("skipped at run time");

    [Fact]
    public void Is_skipped_at_run_time_for_a_hostile_reason() =>
        Assert.Skip(HostileText.Quotes + HostileText.Control + HostileText.CarriageReturnLineFeed + HostileText.Emoji);

    [Fact]
    public void Is_skipped_unless() => Assert.SkipUnless(false, "skipped unless");

    [Fact]
    public void Is_not_skipped_when() => Assert.SkipWhen(false, "skipped when");

    [Fact(Skip = "skipped when true", SkipWhen = nameof(IsTrue))]
    public void Is_skipped_when_true() => Assert.Fail("runs though it is skipped");

    [Fact(Skip = "skipped when false", SkipWhen = nameof(IsFalse))]
    public void Is_not_skipped_when_false() => Assert.True(true);

    [Fact(Skip = "skipped unless false", SkipUnless = nameof(IsFalse))]
    public void Is_skipped_unless_false() => Assert.Fail("runs though it is skipped");

    [Fact(Skip = "skipped on a condition that is missing", SkipUnless = "Missing")]
    public void Has_a_missing_condition() => Assert.True(true);

    [Fact(Skip = "skipped on a condition that is broken", SkipUnless = nameof(IsBroken))]
    public void Has_a_broken_condition() => Assert.True(true);

    [Fact(SkipExceptions = [typeof(NotSupportedException)])]
    public void Is_skipped_by_an_exception() => throw new NotSupportedException("not supported here");

    [Fact(SkipExceptions = [typeof(NotSupportedException)])]
    public void Fails_by_another_exception() => Failures.Throw("plain");

    [Theory(Skip = "some rows are skipped", SkipWhen = nameof(IsTrue))]
    [InlineData(1)]
    [InlineData(2)]
    public void Has_rows_and_is_skipped_when_true(int row) => Assert.Equal(1, row);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Nothing))]
    public void Is_skipped_without_rows(int row) => Assert.Equal(1, row);

    public static IEnumerable<object[]> Nothing => [];
}
