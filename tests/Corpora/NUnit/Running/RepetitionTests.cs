namespace Corpus.Running;

public sealed class RepetitionTests
{
    private static int Round => TestContext.CurrentContext.CurrentRepeatCount;

    [Test]
    [Retry(3)]
    public void Passes_at_the_third_try()
    {
        TestContext.Out.WriteLine($"try {Round}");
        Assert.That(Round, Is.EqualTo(2));
    }

    [Test]
    [Retry(2)]
    public void Never_passes() => Assert.Fail($"failed at try {Round}");

    [TestCase(1)]
    [TestCase(2)]
    [Retry(2)]
    public void Has_rows_to_retry(int row) => Assert.That(Round, Is.LessThan(row));

    [Test]
    [Repeat(3)]
    public void Passes_three_times() => TestContext.Out.WriteLine($"round {Round}");

    [Test]
    [Repeat(3)]
    public void Fails_the_second_time() => Assert.That(Round, Is.Not.EqualTo(1));

    [Test]
    [Retry(2)]
    public void Throws_and_is_tried_again() => throw new InvalidOperationException($"thrown at try {Round}");
}
