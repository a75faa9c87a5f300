namespace Corpus.Fixtures;

public sealed class ClassFixtureTests(GoodFixture fixture) : IClassFixture<GoodFixture>
{
    [Fact]
    public void Has_its_fixture() => Assert.True(fixture.IsReady);
}

public sealed class ThrowingFixtureTests(ThrowingFixture fixture) : IClassFixture<ThrowingFixture>
{
    [Fact]
    public void Never_starts() => Assert.NotNull(fixture);

    [Theory]
    [InlineData(1)]
    [InlineData("(")]
    public void Never_starts_either(object row) => Assert.Equal(1, row);

    [Fact(Skip = "skipped anyway")]
    public void Is_skipped() => Assert.True(true);
}

public sealed class ThrowingInitializationFixtureTests : IClassFixture<ThrowingInitializationFixture>
{
    [Fact]
    public void Never_starts() => Assert.True(true);
}

/// <summary>What a fixture breaks when it goes is the run's error, and no test's.</summary>
public sealed class ThrowingDisposalFixtureTests : IClassFixture<ThrowingDisposalFixture>
{
    [Fact]
    public void Passed_before() => Assert.True(true);

    [Fact]
    public void Failed_before() => Assert.Fail("failed by itself");

    [Fact(Skip = "skipped anyway")]
    public void Was_skipped_before() => Assert.True(true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Had_rows_before(int row) => Assert.Equal(1, row);
}

public sealed class ThrowingAsyncDisposalFixtureTests : IClassFixture<ThrowingAsyncDisposalFixture>
{
    [Fact]
    public void Passed_before() => Assert.True(true);
}

public sealed class TwiceBrokenFixtureTests(ThrowingFixture fixture)
    : IClassFixture<ThrowingDisposalFixture>, IClassFixture<ThrowingFixture>
{
    [Fact]
    public void Never_starts() => Assert.NotNull(fixture);
}

public sealed class MissingFixtureTests(GoodFixture fixture)
{
    [Fact]
    public void Cannot_be_made() => Assert.NotNull(fixture);
}
