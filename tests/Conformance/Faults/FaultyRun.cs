using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Core.Runs;
using TestFlock.Core.Transport;
using TestFlock.Testing;

namespace TestFlock.Tests.Conformance.Faults;

/// <summary>
/// The real coordinator over a real transport, and agents to which everything happens that can. What happens to the
/// n-th execution of a batch is decided by seed, batch and n alone.
/// </summary>
internal sealed class FaultyRun(int seed)
{
    private const int MostActive = 4;

    // Thousands of times what a run takes.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly FaultPlan _plan = new(seed);
    private readonly FaultCoordination _coordination = new();
    private readonly FaultLedger _told = new();
    private readonly ManualTime _time = new();
    private readonly Random _turns = new(seed);
    private readonly Dictionary<string, int> _executions = [];
    private readonly List<FaultyExecution> _active = [];
    private readonly List<Queue<AgentReport>> _late = [];

    /// <returns>What is wrong with what was told.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(IRunTransportFactory runs, IAgentTransport agents)
    {
        var began = Stopwatch.GetTimestamp();
        var coordinator = new RunCoordinator(
            _plan.ToRunPlan(), runs, _coordination, new ReportFan([_told], NullLogger<ReportFan>.Instance),
            _plan.Rules, _time, NullLoggerFactory.Instance);
        var run = coordinator.RunAsync(CancellationToken.None);
        while (!run.IsCompleted)
        {
            if (Stopwatch.GetElapsedTime(began) > Longest)
                return [$"it has not ended within {Longest}; told so far: {_told.Count} of {_plan.Cases.Count} tests"];
            try
            {
                await StepAsync(agents);
            }
            catch (RunGoneException)
            {
                // It ended just now.
            }
        }

        await run;
        return _told.FindFaults(_plan);
    }

    private async Task StepAsync(IAgentTransport agents)
    {
        if (_active.Count < MostActive && _turns.Next(2) == 0 && await TryTakeAsync(agents))
            return;
        if (_late.Count > 0 && _turns.Next(4) == 0)
            await SendLateAsync(agents);
        else if (_active.Count > 0)
            await ContinueAsync(agents, _active[_turns.Next(_active.Count)]);
        else if (!await TryTakeAsync(agents))
            await WaitAsync();
    }

    private async Task<bool> TryTakeAsync(IAgentTransport agents)
    {
        var agent = _coordination.Agents[_turns.Next(_coordination.Agents.Count)];
        foreach (var queue in _coordination.QueuesFor(agent))
        {
            if (await agents.TakeAsync(new QueueName(_plan.Run, queue), CancellationToken.None) is { } delivery)
            {
                await BeginAsync(delivery, agent.Name);
                return true;
            }
        }

        return false;
    }

    private async Task BeginAsync(IBatchDelivery delivery, string agent)
    {
        var chance = ChanceFor(delivery.Batch);
        var batch = delivery.Batch.Id;

        // A claim that expired, or a server that lost it, lets two agents have one batch.
        if (_coordination.IsDone(batch) && chance.Next(5) > 0)
        {
            await delivery.AcknowledgeAsync(CancellationToken.None);
        }
        else if (_coordination.IsClaimed(batch) && chance.Next(5) > 0)
        {
            await delivery.ReturnAsync(CancellationToken.None);
        }
        else
        {
            _coordination.Claim(batch);
            _active.Add(new FaultyExecution(_plan, delivery, agent, chance));
        }
    }

    private async Task ContinueAsync(IAgentTransport agents, FaultyExecution execution)
    {
        if (execution.IsDead)
        {
            Leave(execution, isDone: false);
            await execution.DieAsync();
        }
        else if (execution.IsOver)
        {
            Leave(execution, isDone: true);
            await execution.EndAsync();
        }
        else
        {
            await execution.SendNextAsync(agents);
        }
    }

    private void Leave(FaultyExecution execution, bool isDone)
    {
        _active.Remove(execution);
        _late.Add(execution.Late);
        _coordination.Release(execution.Batch, isDone);
    }

    private async Task SendLateAsync(IAgentTransport agents)
    {
        var reports = _late[_turns.Next(_late.Count)];
        if (reports.TryDequeue(out var report))
            await agents.ReportAsync(report, CancellationToken.None);
        else
            _late.Remove(reports);
    }

    // Nobody works: either the coordinator is about to publish, or it must find out what got lost.
    private async Task WaitAsync()
    {
        _time.Advance(_plan.Rules.ReconcileEvery);
        await Task.Delay(TimeSpan.FromMilliseconds(1));
    }

    private Random ChanceFor(Batch batch)
    {
        var key = string.Join(' ', batch.Units.SelectMany(unit => unit.Attempts).Select(attempt => attempt.Id));
        var times = _executions[key] = _executions.GetValueOrDefault(key) + 1;
        var hash = seed;
        foreach (var c in $"{key}/{times}")
            hash = unchecked((hash * 31) + c);
        return new Random(hash);
    }
}
