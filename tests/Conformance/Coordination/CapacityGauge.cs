using TestFlock.Core.Coordination;

namespace TestFlock.Tests.Conformance.Coordination;

/// <summary>A system under test that counts who tests it at the same time.</summary>
internal sealed class CapacityGauge
{
    private readonly Lock _gate = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> _awaited = []; // guarded by _gate
    private int _now; // guarded by _gate

    public int Most { get; private set; }

    public int Done { get; private set; }

    /// <summary>Returns when so many leases were used.</summary>
    public Task DoneAsync(int count, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (Done >= count)
                return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((count, reached));
            return reached.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Takes leases and tests, until told to end.</summary>
    public async Task WorkAsync(IAgentRegistration agent, int slot, CancellationToken end)
    {
        try
        {
            while (true)
            {
                await using var lease = await agent.PickAsync(slot, end);
                if (lease.Lost.IsCancellationRequested)
                    continue;
                Enter();
                await Task.Yield();
                Leave();
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Enough was done.
        }
    }

    private void Enter()
    {
        lock (_gate)
            Most = Math.Max(Most, ++_now);
    }

    private void Leave()
    {
        lock (_gate)
        {
            _now--;
            Done++;
            foreach (var (_, reached) in _awaited.Where(a => a.Count <= Done))
                reached.TrySetResult();
            _awaited.RemoveAll(a => a.Count <= Done);
        }
    }
}
