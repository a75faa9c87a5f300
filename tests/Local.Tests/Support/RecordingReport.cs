using TestFlock.Core.Reporting;

namespace TestFlock.Local.Tests.Support;

/// <summary>Keeps what it is told, and lets a test wait for an event instead of for a time.</summary>
internal sealed class RecordingReport : IReport
{
    private readonly Lock _gate = new();
    private readonly List<RunEvent> _events = [];
    private readonly List<(Func<RunEvent, bool> Is, TaskCompletionSource Seen)> _awaited = [];

    public string Name => "recording";

    /// <summary>In the order in which they were told.</summary>
    public IReadOnlyList<RunEvent> All => Of<RunEvent>();

    public IReadOnlyList<T> Of<T>()
        where T : RunEvent
    {
        lock (_gate)
            return [.. _events.OfType<T>()];
    }

    public Task WaitForAsync(Func<RunEvent, bool> isIt)
    {
        lock (_gate)
        {
            if (_events.Any(isIt))
                return Task.CompletedTask;
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((isIt, seen));
            return seen.Task;
        }
    }

    public ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _events.Add(runEvent);
            foreach (var (isIt, seen) in _awaited)
            {
                if (isIt(runEvent))
                    seen.TrySetResult();
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
