namespace Corpus.Names;

/// <summary>Traits that a filter must find, or must not stumble over.</summary>
[Trait("Category", "Class category")]
[Trait("Owner", "the class")]
public sealed class TraitTests
{
    [Fact]
    [Trait("Category", "Method category")]
    [Trait("Category", "Another one")]
    public void Has_categories() => Assert.True(true);

    [Fact]
    [Trait(HostileText.Angles, HostileText.Filter)]
    [Trait("Category", HostileText.Quotes + HostileText.Pipes)]
    [Trait("Lines", HostileText.CarriageReturnLineFeed)]
    [Trait("Control", HostileText.Control)]
    public void Has_hostile_traits() => Assert.True(true);

    [Fact]
    [Trait("Empty", "")]
    [Trait("", "nameless")]
    [Trait("Owner", "the method")]
    [Trait("Category", "Class category")]
    public void Has_traits_twice() => Assert.True(true);

    [Fact]
    [Bug(42)]
    public void Has_a_trait_of_its_own_kind() => Assert.True(true);

    [Theory]
    [Trait("Category", "Rows")]
    [InlineData(1)]
    [InlineData(2)]
    public void Has_rows_with_traits(int row) => Assert.Equal(1, row);
}
