using TestFlock.Contracts;

namespace TestFlock.Core.Execution;

/// <summary>
/// Runs batches in one slot, one at a time. What the batch asked for is compared with what the test process reported:
/// every requested attempt ends with exactly one <see cref="AttemptEnded"/>, whatever happens to the process, or is in
/// an <see cref="AttemptsReturned"/>.
/// </summary>
public interface IBatchRunner : IAsyncDisposable
{
    /// <summary>
    /// Brings here what the run's tests are in, which may take its time: asked for while no lease is held, so that
    /// nothing of the run's environment is taken meanwhile. Done at once when there is nothing to bring. What goes
    /// wrong is told by the run's next batch, not here.
    /// </summary>
    /// <param name="manifest">What the run's batches have in common.</param>
    /// <param name="stop">Ends the wait.</param>
    Task PrepareAsync(RunManifest manifest, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Streams what happens until the batch's last attempt has ended or was given back.</summary>
    /// <param name="manifest">What the run's batches have in common.</param>
    /// <param name="batch">What to run.</param>
    /// <param name="events">Called in order, never by two threads at once; awaited before the next event is
    /// told.</param>
    /// <param name="askedBack">
    /// Others want what has not begun: it is told at once as <see cref="AttemptsReturned"/>, and what has begun goes
    /// on. A runner that begins all at once may leave it alone.
    /// </param>
    /// <param name="stop">Ends the test process tree; what had not ended is told as cancelled. Not an error.</param>
    Task RunAsync(
        RunManifest manifest,
        Batch batch,
        Func<AgentEvent, ValueTask> events,
        CancellationToken askedBack,
        CancellationToken stop);
}
