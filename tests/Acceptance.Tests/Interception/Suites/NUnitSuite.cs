using NUnit.Framework;

namespace Suite;

public class Plain
{
    [OneTimeSetUp]
    public void Once() => Console.WriteLine("one-time set-up");

    [Test]
    [Category("Fast")]
    public void Passes() => Console.WriteLine("said by a test");

    [Test]
    public void Fails() => Assert.That(1, Is.EqualTo(2), "for a reason");

    [Test]
    public void FailsTwice() => Assert.Multiple(() =>
    {
        Assert.That(1, Is.EqualTo(2));
        Assert.That(1, Is.EqualTo(3));
    });

    [Test]
    [Ignore("not today")]
    public void Ignored()
    {
    }

    [Test]
    [Explicit("by hand")]
    [Category("Slow")]
    public void ByHand()
    {
    }

    [Test]
    public void Warns() => Assert.Warn("warned");

    [Test]
    public void IsInconclusive() => Assert.Inconclusive("who knows");

    [Test]
    public void Attaches()
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, "nunit-attachment.txt");
        File.WriteAllText(file, "attached");
        TestContext.AddTestAttachment(file);
    }
}

public class Rows
{
    [TestCase(1)]
    [TestCase(2)]
    public void Row(int number) => Assert.That(number, Is.LessThan(3));

    [TestCase("same")]
    [TestCase("same")]
    public void EqualRow(string text)
    {
    }

    [TestCase(1, TestName = "named")]
    [TestCase(2, TestName = "named")]
    public void Named(int number)
    {
    }

    [TestCase("a\"b|c(d)&=~!,\nné")]
    public void Odd(string text)
    {
    }

    [TestCaseSource(nameof(Objects))]
    public void FromSource(object value)
    {
    }

    private static IEnumerable<object[]> Objects() => [[new object()], [new object()]];
}

[TestFixture(1)]
[TestFixture(2)]
public class FixtureWithArguments(int number)
{
    [Test]
    public void Prints() => Console.WriteLine(number);
}

[TestFixture(typeof(int))]
[TestFixture(typeof(string))]
public class GenericFixture<T>
{
    [Test]
    public void Generic() => Console.WriteLine(typeof(T));
}

public class Ordered
{
    [Test]
    [Order(2)]
    public void Second()
    {
    }

    [Test]
    [Order(1)]
    public void First()
    {
    }
}

[Explicit("the whole fixture")]
public class ExplicitFixture
{
    [Test]
    public void InIt()
    {
    }
}

[Ignore("the whole fixture")]
public class IgnoredFixture
{
    [Test]
    public void InIt()
    {
    }
}

public class BrokenFixture
{
    [OneTimeSetUp]
    public void Break() => throw new InvalidOperationException("broken set-up");

    [Test]
    public void InIt()
    {
    }
}
