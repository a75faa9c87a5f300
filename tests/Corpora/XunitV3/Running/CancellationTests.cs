namespace Corpus.Running;

public sealed class CancellationTests
{
    /// <summary>
    /// Ends in silence: the framework tells an exception that comes after the time-out only if it is quick enough.
    /// </summary>
    [Fact(Timeout = 50)]
    public Task Is_cancelled_when_it_times_out()
    {
        var cancelled = new TaskCompletionSource();
        TestContext.Current.CancellationToken.Register(cancelled.SetResult);
        return cancelled.Task;
    }

    [Fact(Timeout = 50)]
    public async Task Cannot_be_stopped() => await new TaskCompletionSource().Task;
}
