using System.Diagnostics.CodeAnalysis;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Overview;
using TestFlock.Core.Transport;

namespace TestFlock.Local;

/// <summary>
/// Runs, agents, leases and claims, each change atomic, with one signal for all that may have become eligible.
/// </summary>
internal sealed class LocalRegistry
{
    private readonly Lock _gate = new();
    private readonly Dictionary<RunId, LocalRun> _runs = []; // guarded by _gate
    private readonly List<AgentDescription> _agents = []; // guarded by _gate
    private TaskCompletionSource _changed = NewSignal(); // guarded by _gate
    private long _lastFencingNumber; // guarded by _gate

    /// <summary>Slots that wait for the machine's other runs.</summary>
    public WaitCount ForMachine { get; } = new();

    /// <summary>Slots whose test host is starting.</summary>
    public WaitCount ForHost { get; } = new();

    public LocalRun Open(RunManifest manifest, RunShare share)
    {
        lock (_gate)
        {
            var run = new LocalRun(
                manifest, share) { VirtualTime = _runs.Values.Select(r => r.VirtualTime).DefaultIfEmpty().Min() };
            return _runs.TryAdd(manifest.Run, run)
                ? run
                : throw new CoordinationException($"Run {manifest.Run} is open already; a run id is used once.");
        }
    }

    public void Close(LocalRun run)
    {
        lock (_gate)
            _runs.Remove(run.Manifest.Run);
        Stop(run, LeaseLoss.RunGone);
    }

    public void Stop(LocalRun run, LeaseLoss why)
    {
        LocalLease[] leases;
        lock (_gate)
        {
            run.Ready.Clear();
            leases = [.. run.Leases];
        }

        foreach (var lease in leases)
            lease.Lose(why);
    }

    public void AskBack(LocalRun run, IReadOnlyCollection<BatchId> batches)
    {
        LocalLease[] asked;
        lock (_gate)
        {
            asked =
            [
                .. run.Leases.Where(lease => lease.Claimed is { } claimed && batches.Contains(claimed)
                    && run.Claims.GetValueOrDefault(claimed) == ClaimAnswer.Held),
            ];
        }

        foreach (var lease in asked)
            lease.AskBack();
    }

    public void Shun(LocalRun run, string agent)
    {
        lock (_gate)
            run.Shunned.Add(agent);
    }

    public void SetReady(LocalRun run, string requirements, Func<int, int> change)
    {
        lock (_gate)
        {
            run.Ready[requirements] = change(run.Ready.GetValueOrDefault(requirements));
            SignalChange();
        }
    }

    public void PutBack(QueueName queue)
    {
        lock (_gate)
        {
            if (!_runs.TryGetValue(queue.Run, out var run))
                return;
            run.Ready[queue.Requirements] = run.Ready.GetValueOrDefault(queue.Requirements) + 1;
            SignalChange();
        }
    }

    public void Add(AgentDescription agent)
    {
        lock (_gate)
        {
            if (_agents.Any(a => a.Name == agent.Name))
                throw new CoordinationException(
                    $"An agent '{agent.Name}' is registered already; give this one another name.");
            _agents.Add(agent);
        }
    }

    public void Remove(AgentDescription agent)
    {
        lock (_gate)
            _agents.Remove(agent);
    }

    public IReadOnlyList<AgentDescription> Agents()
    {
        lock (_gate)
            return [.. _agents];
    }

    public FlockOverview Look()
    {
        lock (_gate)
        {
            return new FlockOverview
            {
                Agents = [.. _agents.Select(agent => new AgentState(agent, IsDraining: false))],
                WaitingForMachine = ForMachine.Now,
                WaitingForHost = ForHost.Now,
            };
        }
    }

    public RunManifest? FindManifest(RunId run)
    {
        lock (_gate)
            return _runs.GetValueOrDefault(run)?.Manifest;
    }

    /// <summary>Whether something may be eligible; if not, the task to wait for before asking again.</summary>
    public bool MayPick(string agent, Func<string, bool> isMet, [NotNullWhen(false)] out Task? change)
    {
        lock (_gate)
        {
            change = NextInTurn(agent, isMet) is null ? _changed.Task : null;
            return change is null;
        }
    }

    public LocalLease? TryPick(string agent, Func<string, bool> isMet, IDisposable machineSlot)
    {
        lock (_gate)
        {
            if (NextInTurn(agent, isMet) is not { } run)
                return null;
            var requirements = run.Ready.First(r => r.Value > 0 && isMet(r.Key)).Key;
            run.Ready[requirements]--;
            run.VirtualTime += 1 / run.Weight;
            var lease = new LocalLease(
                this, run, new QueueName(run.Manifest.Run, requirements), ++_lastFencingNumber, machineSlot);
            run.Leases.Add(lease);
            return lease;
        }
    }

    public ClaimAnswer Claim(LocalRun run, BatchId batch)
    {
        lock (_gate)
        {
            if (run.Claims.TryGetValue(batch, out var claim))
                return claim;
            run.Claims[batch] = ClaimAnswer.Held;
            return ClaimAnswer.Granted;
        }
    }

    public ClaimAnswer PeekClaim(RunId run, BatchId batch)
    {
        lock (_gate)
            return _runs.TryGetValue(run, out var known) ? known.Claims.GetValueOrDefault(batch) : ClaimAnswer.Done;
    }

    public IReadOnlySet<BatchId> FindClaimed(LocalRun run, IReadOnlyCollection<BatchId> batches)
    {
        lock (_gate)
            return batches.Where(b => run.Claims.GetValueOrDefault(b) == ClaimAnswer.Held).ToHashSet();
    }

    public void Finish(LocalRun run, BatchId batch)
    {
        lock (_gate)
            run.Claims[batch] = ClaimAnswer.Done;
    }

    public void Return(LocalLease lease, BatchId? unfinished)
    {
        lock (_gate)
        {
            lease.Run.Leases.Remove(lease);
            if (unfinished is { } batch && lease.Run.Claims.GetValueOrDefault(batch) == ClaimAnswer.Held)
                lease.Run.Claims.Remove(batch);
            SignalChange();
        }
    }

    private LocalRun? NextInTurn(string agent, Func<string, bool> isMet) => _runs.Values
        .Where(run => !run.Shunned.Contains(agent)
            && run.Ready.Any(r => r.Value > 0 && isMet(r.Key))
            && HasRoom(run.Share.Environment))
        .MinBy(run => run.VirtualTime);

    private bool HasRoom(EnvironmentCapacity? environment) =>
        environment is null
        || _runs.Values.Where(r => r.Share.Environment?.Name == environment.Name)
            .Sum(r => r.Leases.Count) < environment.Capacity;

    private void SignalChange()
    {
        _changed.TrySetResult();
        _changed = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
