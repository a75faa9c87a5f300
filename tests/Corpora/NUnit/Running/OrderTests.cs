namespace Corpus.Running;

/// <summary>Each test stands on the one before: alone, or out of order, none but the first passes.</summary>
public sealed class OrderTests
{
    private int _step;

    [Test]
    [Order(3)]
    public void A_is_third() => Assert.That(_step++, Is.EqualTo(2));

    [Test]
    [Order(1)]
    public void B_is_first() => Assert.That(_step++, Is.EqualTo(0));

    [Test]
    [Order(2)]
    public void C_is_second() => Assert.That(_step++, Is.EqualTo(1));

    [Test]
    public void D_has_no_order_and_is_last() => Assert.That(_step, Is.EqualTo(3));
}

[Order(-1)]
public sealed class FirstOfAllTests
{
    [Test]
    public void Is_first_of_all() => Assert.Pass();
}
