using TestFlock.Contracts;

namespace TestFlock.Execution.Slots;

/// <summary>
/// The time-out of one batch, counted from its start in this slot. When it passes, what runs has timed out; what had
/// not begun is not told to have ended, since it is to run elsewhere.
/// </summary>
internal sealed class BatchDeadline : IDisposable
{
    private readonly TimeSpan? _limit;
    private readonly Func<AgentEvent, ValueTask> _tell;
    private readonly CancellationTokenSource? _passed;
    private readonly CancellationTokenSource _stop;
    private readonly HashSet<AttemptId> _running = [];

    /// <param name="limit">Null: none.</param>
    /// <param name="tell">Gets what remains of what the runner tells.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Stops the batch for other reasons.</param>
    public BatchDeadline(
        TimeSpan? limit, Func<AgentEvent, ValueTask> tell, TimeProvider time, CancellationToken stop)
    {
        (_limit, _tell) = (limit, tell);
        _passed = limit is { } span ? new CancellationTokenSource(span, time) : null;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stop, _passed?.Token ?? CancellationToken.None);
    }

    /// <summary>Set when the batch is to stop, whyever.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Whether tests are left that had not begun when the time was over.</summary>
    public bool HasLeftOver { get; private set; }

    /// <summary>For people, once <see cref="HasLeftOver"/>.</summary>
    public string Reason =>
        $"the batch ran longer than {_limit:c}, the limit for one batch (<Timeouts Batch>); the rest of it runs "
        + "elsewhere.";

    public ValueTask TellAsync(AgentEvent happened)
    {
        switch (happened)
        {
            case AttemptStarted started:
                _running.Add(started.Attempt);
                break;
            case AttemptEnded { End: AttemptEnd.Cancelled } cut when _passed?.IsCancellationRequested == true:
                if (!_running.Contains(cut.Attempt))
                {
                    HasLeftOver = true;
                    return ValueTask.CompletedTask;
                }

                return _tell(cut with { End = AttemptEnd.TimedOut, Reason = EndOfRunning() });
        }

        return _tell(happened);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _passed?.Dispose();
    }

    private string EndOfRunning() =>
        $"It ran when the limit for one batch, {_limit:c}, was over, and its process was killed. Raise "
        + "<Timeouts Batch=\"…\"> in the run settings, or make batches smaller by <Unit>.";
}
