namespace Corpus.Fixtures;

[CollectionDefinition("a good (collection)")]
public sealed class GoodCollection : ICollectionFixture<GoodFixture>;

[CollectionDefinition("a throwing collection")]
public sealed class ThrowingCollection : ICollectionFixture<ThrowingFixture>;

[CollectionDefinition(HostileText.Quotes + HostileText.Pipes)]
public sealed class ThrowingDisposalCollection : ICollectionFixture<ThrowingDisposalFixture>;

[CollectionDefinition("not parallel", DisableParallelization = true)]
public sealed class NonParallelCollection;

[Collection("a good (collection)")]
public sealed class FirstOfCollectionTests(GoodFixture fixture)
{
    [Fact]
    public void Has_the_fixture_of_the_collection() => Assert.True(fixture.IsReady);
}

[Collection("a good (collection)")]
public sealed class SecondOfCollectionTests(GoodFixture fixture)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Has_the_fixture_of_the_collection(int row) => Assert.Equal(row == 1, fixture.IsReady);
}

[Collection("a throwing collection")]
public sealed class ThrowingCollectionTests(ThrowingFixture fixture)
{
    [Fact]
    public void Never_starts() => Assert.NotNull(fixture);
}

[Collection(HostileText.Quotes + HostileText.Pipes)]
public sealed class ThrowingDisposalCollectionTests
{
    [Fact]
    public void Passed_before() => Assert.True(true);
}

[Collection(HostileText.Quotes + HostileText.Pipes)]
public sealed class OtherThrowingDisposalCollectionTests
{
    [Fact]
    public void Failed_before() => Assert.Fail("failed by itself");
}

[Collection("defined nowhere")]
public sealed class UndefinedCollectionTests
{
    [Fact]
    public void Runs_all_the_same() => Assert.True(true);
}
