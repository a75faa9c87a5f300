namespace Corpus.Fixtures;

[TestFixture(typeof(int))]
[TestFixture(typeof(string))]
[TestFixture(typeof(List<Dictionary<string, int>>))]
[TestFixture(typeof(int[]))]
[TestFixture(typeof(int?))]
public sealed class GenericTests<T>
{
    [Test]
    public void Has_a_default() => Assert.That(default(T), Is.Null);

    [TestCase(1)]
    [TestCase("1")]
    public void Is_of_the_row(object row) => Assert.That(row, Is.TypeOf<T>());
}

[TestFixture(1, "a")]
[TestFixture(1.5, "b")]
public sealed class DeducedTests<TOne, TTwo>(TOne one, TTwo two)
{
    [Test]
    public void Deduces_its_types() => Assert.That((one, two), Is.TypeOf<(int, string)>());
}

[TestFixture(typeof(int), 2, TypeArgs = [typeof(long)])]
[TestFixture(2, TypeArgs = [typeof(byte)])]
public sealed class DeclaredTests<T>(int number)
{
    [Test]
    public void Declares_its_type() => Assert.That((typeof(T), number), Is.EqualTo((typeof(byte), 2)));
}

public abstract class GenericBaseTests<T>
    where T : new()
{
    [Test]
    public void Is_inherited_from_a_generic_base() => Assert.That(new T(), Is.Not.TypeOf<Version>());
}

public sealed class VersionTests : GenericBaseTests<Version>;

public sealed class ObjectTests : GenericBaseTests<object>;
