using TestFlock.Contracts;
using TestFlock.Core.Transport;

namespace TestFlock.Tests.Conformance.Faults;

/// <summary>
/// One execution of a batch, as an agent would report it: in pieces, some of them twice; it may die in between, or give
/// up, or lose a test process, or give back what it has not begun.
/// </summary>
internal sealed class FaultyExecution
{
    private readonly Queue<AgentReport> _reports = new();
    private readonly IBatchDelivery _delivery;
    private readonly Random _chance;
    private readonly int _sendsBeforeDeath;
    private int _sent;

    /// <param name="plan">Says how each attempt ends.</param>
    /// <param name="delivery">The batch.</param>
    /// <param name="agent">Its name.</param>
    /// <param name="chance">Of its own: what happens does not depend on what happens elsewhere.</param>
    public FaultyExecution(FaultPlan plan, IBatchDelivery delivery, string agent, Random chance)
    {
        (_delivery, _chance) = (delivery, chance);
        var execution = Guid.NewGuid();
        var events = EventsOf(plan, execution);
        var first = 1;
        while (first <= events.Count)
        {
            var length = Math.Min(chance.Next(1, 5), events.Count - first + 1);
            _reports.Enqueue(new AgentReport
            {
                Run = delivery.Batch.Run,
                Batch = delivery.Batch.Id,
                Execution = execution,
                Agent = agent,
                Slot = 1,
                FirstEvent = first,
                Events = events.GetRange(first - 1, length),
            });
            first += length;
        }

        _sendsBeforeDeath = chance.Next(100) < 20 ? chance.Next(_reports.Count + 1) : int.MaxValue;
    }

    public BatchId Batch => _delivery.Batch.Id;

    public bool IsDead => _sent >= _sendsBeforeDeath;

    public bool IsOver => _reports.Count == 0;

    /// <summary>Reports that the broker still has when the agent is dead, or delivers once more.</summary>
    public Queue<AgentReport> Late { get; } = new();

    public async Task SendNextAsync(IAgentTransport transport)
    {
        var report = _reports.Dequeue();
        _sent++;
        await transport.ReportAsync(report, CancellationToken.None);
        switch (_chance.Next(10))
        {
            case 0:
                await transport.ReportAsync(report, CancellationToken.None);
                break;
            case 1:
                Late.Enqueue(report);
                break;
        }
    }

    /// <summary>The agent is gone: what it had not sent is lost, or comes late.</summary>
    public Task DieAsync()
    {
        if (_chance.Next(2) == 0)
        {
            while (_reports.TryDequeue(out var report))
                Late.Enqueue(report);
        }

        return _chance.Next(2) == 0
            ? _delivery.ReturnAsync(CancellationToken.None)
            : _delivery.AcknowledgeAsync(CancellationToken.None);
    }

    /// <summary>All is reported; it may die at the last moment, so that the batch comes again.</summary>
    public Task EndAsync() => _chance.Next(10) == 0
        ? _delivery.ReturnAsync(CancellationToken.None)
        : _delivery.AcknowledgeAsync(CancellationToken.None);

    private List<AgentEvent> EventsOf(FaultPlan plan, Guid execution)
    {
        var events = new List<AgentEvent> { new BatchBegun { At = default } };
        var attempts = _delivery.Batch.Units.SelectMany(unit => unit.Attempts).ToArray();
        var givesBack = _chance.Next(100) < 20 && attempts.Length > 1
            ? _chance.Next(1, attempts.Length)
            : int.MaxValue;
        var gaveUp = _chance.Next(100) < 5 ? _chance.Next(attempts.Length) : int.MaxValue;
        foreach (var (index, attempt) in attempts.Index())
        {
            if (index == givesBack)
            {
                // While the one before it still ran, or after its end.
                events.Insert(
                    events.Count - _chance.Next(3),
                    new AttemptsReturned { Attempts = [.. attempts.Skip(index).Select(left => left.Id)] });
                break;
            }

            if (index == gaveUp)
            {
                events.Add(new BatchFailed { Reason = "The disk is full.", At = default });
                return events;
            }

            if (_chance.Next(100) < 5)
                events.Add(DiedBefore(attempt.Id));
            else
                events.AddRange(Whole(plan, attempt.Id, execution));
        }

        events.Add(new BatchEnded { At = default });
        return events;
    }

    private static AttemptEnded DiedBefore(AttemptId attempt) =>
        new() { Attempt = attempt, End = AttemptEnd.HostCrashed, Reason = "exit code 134", At = default };

    private static IEnumerable<AgentEvent> Whole(FaultPlan plan, AttemptId attempt, Guid execution)
    {
        yield return new AttemptStarted { Attempt = attempt, At = default };
        for (var row = 0; row < plan.RowsOf(attempt.Ordinal); row++)
        {
            yield return new ResultArrived
            {
                Attempt = attempt,
                Result = new TestResult
                {
                    Outcome = row == 0 && plan.Fails(attempt) ? Outcome.Failed : Outcome.Passed,
                    DisplayName = $"row {row}",
                    ErrorMessage = $"{execution}",
                },
            };
        }

        yield return new AttemptEnded { Attempt = attempt, End = AttemptEnd.Completed, At = default };
    }
}
