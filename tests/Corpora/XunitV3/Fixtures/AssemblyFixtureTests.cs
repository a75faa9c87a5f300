using Corpus.Fixtures;

[assembly: AssemblyFixture(typeof(GoodAssemblyFixture))]

namespace Corpus.Fixtures;

public sealed class GoodAssemblyFixture : IAsyncLifetime
{
    public bool IsReady { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await Task.Yield();
        IsReady = true;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class AssemblyFixtureTests(GoodAssemblyFixture fixture)
{
    [Fact]
    public void Has_the_fixture_of_the_assembly() => Assert.True(fixture.IsReady);
}

/// <summary>A fixture that takes another one, and the class takes both.</summary>
public sealed class DependentFixture(GoodAssemblyFixture assembly)
{
    public bool IsReady => assembly.IsReady;
}

public sealed class DependentFixtureTests(DependentFixture fixture) : IClassFixture<DependentFixture>
{
    [Fact]
    public void Has_a_fixture_with_a_fixture() => Assert.True(fixture.IsReady);
}

public sealed class ThrowingDisposeAsyncTests : IAsyncDisposable
{
    [Fact]
    public void Passes_before() => Assert.True(true);

    public async ValueTask DisposeAsync()
    {
        await Task.Yield();
        throw new InvalidOperationException("the asynchronous disposal throws");
    }
}

public sealed class GenericCollectionTests(GoodAssemblyFixture fixture) : IClassFixture<List<Dictionary<string, int[]>>>
{
    [Fact]
    public void Has_its_fixtures() => Assert.True(fixture.IsReady);
}

[Collection<TypedCollection>]
public sealed class TypedCollectionTests(GoodFixture fixture)
{
    [Fact]
    public void Has_the_fixture_of_its_typed_collection() => Assert.True(fixture.IsReady);
}

[CollectionDefinition]
public sealed class TypedCollection : ICollectionFixture<GoodFixture>;
