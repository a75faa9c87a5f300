namespace Corpus.Running;

public sealed class CancellationTests
{
    [Fact(Timeout = 50)]
    public Task Is_cancelled_when_it_times_out() =>
        Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);

    [Fact(Timeout = 50)]
    public async Task Cannot_be_stopped() => await new TaskCompletionSource().Task;
}
