namespace Corpus.Running;

public sealed class TimingTests
{
    [Test]
    [CancelAfter(50)]
    public async Task Is_cancelled(CancellationToken cancellationToken) =>
        await Task.Delay(Timeout.Infinite, cancellationToken);

    [Test]
    [CancelAfter(60_000)]
    public void Is_not_cancelled(CancellationToken cancellationToken) =>
        Assert.That(cancellationToken.IsCancellationRequested, Is.False);

    [TestCase(1)]
    [TestCase(2)]
    [CancelAfter(60_000)]
    public void Has_rows_and_is_not_cancelled(int row, CancellationToken cancellationToken) =>
        Assert.That(cancellationToken.IsCancellationRequested, Is.False);

    [Test]
    [MaxTime(60_000)]
    public void Is_fast_enough() => Assert.Pass();
}
