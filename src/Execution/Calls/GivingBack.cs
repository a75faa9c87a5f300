using TestFlock.Contracts;

namespace TestFlock.Execution.Calls;

/// <summary>
/// Gives back what a batch has not begun as soon as somebody asks for it, while what has begun goes on: a test that
/// takes its time must not keep the others from free slots. So events come from two sides here, and go on in turn.
/// </summary>
internal sealed class GivingBack(UnbegunPortions left, Func<AgentEvent, ValueTask> events) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private CancellationTokenRegistration _asked;
    private Task _given = Task.CompletedTask;

    /// <summary>Runs a batch's portions one after the other, but for those that are given back.</summary>
    /// <param name="left">The batch.</param>
    /// <param name="tests">How many tests the next call is to hold; asked before each.</param>
    /// <param name="run">Makes the calls for one portion, and tells what happens.</param>
    /// <param name="events">Gets all that is told, in order.</param>
    /// <param name="askedBack">Set when what has not begun is wanted.</param>
    /// <param name="stop">Set when the batch is stopped: then nothing is given back.</param>
    public static async Task RunAsync(
        UnbegunPortions left,
        Func<int> tests,
        Func<CallPortion, Func<AgentEvent, ValueTask>, Task> run,
        Func<AgentEvent, ValueTask> events,
        CancellationToken askedBack,
        CancellationToken stop)
    {
        await using var giving = new GivingBack(left, events);
        for (var isFirst = true; left.TryTake(tests(), out var portion); isFirst = false)
        {
            // Who gave back everything would be asked again elsewhere, and nothing would ever run.
            if (isFirst)
                giving.Begin(askedBack, stop);
            await run(portion, giving.TellAsync);
        }

        await giving.EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _turn.Dispose();
    }

    private void Begin(CancellationToken askedBack, CancellationToken stop) =>
        _asked = askedBack.UnsafeRegister(_ => _given = GiveAsync(stop), null);

    private async Task EndAsync()
    {
        await _asked.DisposeAsync();
        await _given;
    }

    private async ValueTask TellAsync(AgentEvent happened)
    {
        await _turn.WaitAsync();
        try
        {
            await events(happened);
        }
        finally
        {
            _turn.Release();
        }
    }

    // Also when nothing is left: who asked need not ask again.
    private async Task GiveAsync(CancellationToken stop)
    {
        if (!stop.IsCancellationRequested)
            await TellAsync(new AttemptsReturned { Attempts = left.TakeAll() });
    }
}
