using Microsoft.Extensions.Logging;
using TestFlock.Core.Runs;
using TestFlock.Execution.Slots;

namespace TestFlock.Agent.Run;

/// <summary>
/// One run and what serves it in this process: its coordinator, and an agent of its own where there are no others.
/// </summary>
internal sealed class FlockRun : IAsyncDisposable
{
    // Slots kill what they run as soon as they are told; a defect there must keep neither the user nor the machine's
    // slots.
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(30);

    private readonly RunCoordinator _coordinator;
    private readonly AgentLoop? _agent;
    private readonly IReadOnlyList<IAsyncDisposable> _owned;
    private readonly ILogger<FlockRun> _logger;

    /// <param name="coordinator">The run's own.</param>
    /// <param name="agent">Null when agents elsewhere serve the run.</param>
    /// <param name="owned">Disposed with the run.</param>
    /// <param name="logger">The run's log.</param>
    public FlockRun(
        RunCoordinator coordinator,
        AgentLoop? agent,
        IReadOnlyList<IAsyncDisposable> owned,
        ILogger<FlockRun> logger) =>
        (_coordinator, _agent, _owned, _logger) = (coordinator, agent, owned, logger);

    /// <returns>Null when the adapter went away.</returns>
    public async Task<RunVerdict?> RunAsync(AdapterLink adapter, TerminationSignals signals)
    {
        using var abandoned = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(abandoned.Token);
        using var terminated = signals.Terminated.Register(
            () => _coordinator.Fail("The coordinator was told to terminate. Run the tests again."));
        _ = WatchAdapterAsync(adapter, abandoned);
        var agent = _agent is null ? Task.CompletedTask : RunAgentAsync(_agent, stop.Token);
        try
        {
            return await _coordinator.RunAsync(abandoned.Token);
        }
        catch (OperationCanceledException) when (abandoned.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            await stop.CancelAsync();
            await EndAsync(agent);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var owned in _owned)
            await owned.DisposeAsync();
    }

    private async Task RunAgentAsync(AgentLoop agent, CancellationToken stop)
    {
        try
        {
            await agent.RunAsync(drain: stop, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The run ended.
        }
        catch (Exception e)
        {
            _logger.AgentFailed(e);
            _coordinator.Fail($"The agent inside the coordinator failed: {e.Message}");
        }
    }

    private async Task EndAsync(Task agent)
    {
        try
        {
            await agent.WaitAsync(LongestFarewell, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            _logger.AgentStuck(LongestFarewell);
        }
    }

    private async Task WatchAdapterAsync(AdapterLink adapter, CancellationTokenSource abandoned)
    {
        try
        {
            if (await adapter.WaitForCancelAsync())
            {
                _coordinator.Cancel();
                await adapter.WaitForCancelAsync();
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            _logger.AdapterLost(e);
        }

        await abandoned.CancelAsync();
    }
}
