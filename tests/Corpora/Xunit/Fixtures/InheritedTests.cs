namespace Corpus.Fixtures;

public abstract class InheritedTests
{
    protected abstract int Number { get; }

    [Fact]
    public void Is_inherited() => Assert.Equal(1, Number);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Is_inherited_with_rows(int row) => Assert.Equal(Number, row);

    [Fact]
    public virtual void Is_overridden() => Assert.Fail("the base's own");

    [Fact]
    public void Is_hidden() => Assert.Fail("the base's own");
}

public sealed class FirstHeirTests : InheritedTests
{
    protected override int Number => 1;

    [Fact]
    public override void Is_overridden() => Assert.True(true);

    [Fact]
    public new void Is_hidden() => Assert.True(true);
}

public class SecondHeirTests : InheritedTests
{
    protected override int Number => 2;
}

public sealed class GrandchildTests : SecondHeirTests
{
    [Fact]
    public void Is_the_grandchilds_own() => Assert.Equal(2, Number);
}

public class ConcreteBaseTests
{
    [Fact]
    public void Is_run_in_the_base_and_in_the_heir() => Assert.Equal(typeof(ConcreteBaseTests), GetType());
}

public sealed class ConcreteHeirTests : ConcreteBaseTests;

public abstract class GenericBaseTests<T>
    where T : new()
{
    [Fact]
    public void Is_inherited_from_a_generic_base() => Assert.IsNotType<Version>(new T());

    [Theory]
    [InlineData(1)]
    public void Is_inherited_with_rows_from_a_generic_base(object row) => Assert.IsNotType<T>(row);
}

public sealed class VersionTests : GenericBaseTests<Version>;

public sealed class ObjectTests : GenericBaseTests<object>;
