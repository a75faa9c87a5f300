namespace Corpus.Names;

/// <summary>
/// Version 3 finds these, but reports no result of them; and asked for a single one, it runs the whole assembly.
/// </summary>
public sealed class OverloadTests
{
    [Fact]
    public void Is_overloaded() => Assert.True(true);

    [Theory]
    [InlineData(1)]
    public void Is_overloaded(int row) => Assert.Equal(1, row);

    [Theory]
    [InlineData("1")]
    public void Is_overloaded(string row) => Assert.Equal("2", row);
}

/// <summary>Version 3 finds it, but reports no result of it.</summary>
public sealed class EmptyNameTests
{
    [Fact(DisplayName = HostileText.Empty)]
    public void Is_empty() => Assert.True(true);
}

/// <summary>Version 3 finds it, but reports no result of it.</summary>
public struct StructTests
{
    [Fact]
    public void Is_in_a_struct() => Assert.True(true);
}
