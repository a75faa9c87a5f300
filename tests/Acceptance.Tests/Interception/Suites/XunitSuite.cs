using Xunit;

// Everything in one collection, one after the other: xUnit v2 shuffles collections anew in each process.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly, DisableTestParallelization = true)]

namespace Suite;

public class Plain
{
    [Fact]
    [Trait("Category", "Fast")]
    public void Passes() => Console.WriteLine("said by a test");

    [Fact]
    public void Fails() => Assert.Equal(1, 2);

    [Fact(Skip = "not today")]
    public void Skipped()
    {
    }

    [Fact(DisplayName = "named alike")]
    public void NamedOnce()
    {
    }

    [Fact(DisplayName = "named alike")]
    public void NamedTwice()
    {
    }
}

public class Rows
{
    public static IEnumerable<object[]> Objects() => [[new NotSerializable()], [new NotSerializable()]];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Row(int number) => Assert.InRange(number, 1, 2);

    [Theory]
    [InlineData("same")]
    [InlineData("same")]
    public void EqualRow(string text) => Assert.NotNull(text);

    [Theory]
    [InlineData("a\"b|c(d)&=~!,\nné")]
    public void Odd(string text) => Assert.NotNull(text);

    [Theory]
    [MemberData(nameof(Objects))]
    public void FromSource(object value) => Assert.NotNull(value);
}

public class NotSerializable
{
    public override string ToString() => "an object";
}

public class BrokenFixture
{
    public BrokenFixture() => throw new InvalidOperationException("broken fixture");
}

public class UsesBrokenFixture : IClassFixture<BrokenFixture>
{
    [Fact]
    public void InIt()
    {
    }
}
