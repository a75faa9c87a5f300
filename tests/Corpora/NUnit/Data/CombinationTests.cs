namespace Corpus.Data;

public sealed class CombinationTests
{
    private static readonly string[] Texts = [HostileText.Quotes, HostileText.Pipes, null];

    [Test]
    public void Combines([Values(1, 2, 3)] int number, [Values("a", "b\"", null)] string text, [Values] bool flag) =>
        Assert.That(number == 2 && flag, Is.False);

    [Test]
    [Pairwise]
    public void Pairs([Values] DayOfWeek day, [Values(1, 2)] int number, [Range(0, 4, 2)] int even) =>
        Assert.That(even % 2, Is.Zero);

    [Test]
    [Sequential]
    public void Goes_along([Values(1, 2, 3)] int number, [Values("a", "b")] string text) => Assert.Pass();

    [Test]
    public void Draws_from_a_source([ValueSource(nameof(Texts))] string text) => Assert.Pass();

    [Test]
    public void Counts([Range(-1.5, 1.5, 0.5)] double number) => Assert.Pass();
}

public sealed class TheoryTests
{
    [Datapoint]
    public double Zero = 0;

    [DatapointSource]
    public double[] Numbers = [1, -1, double.MaxValue];

    [Theory]
    public void A_square_root_squared_is_the_number(double number)
    {
        Assume.That(number, Is.GreaterThanOrEqualTo(0));

        var root = Math.Sqrt(number);
        Assert.That(root * root, Is.EqualTo(number).Within(1).Percent);
    }

    [Theory]
    public void Never_holds(double number) => Assume.That(number, Is.NaN);
}
