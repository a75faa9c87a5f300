using Microsoft.Extensions.Logging;
using TestFlock.Agent.Endpoint;
using TestFlock.Core.Coordination;
using TestFlock.Redis.Overview;

namespace TestFlock.Agent.Provisioning;

/// <summary>Keeps a pool as large as it is wanted.</summary>
internal sealed class AgentPool(
    PoolOptions options,
    IProvisioner provisioner,
    RedisFlockControl control,
    TimeProvider time,
    ILogger<AgentPool> logger)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    /// <summary>Who has left the flock has but its connections to close.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);

    private readonly PoolBook _book = new(options, time);
    private readonly Dictionary<string, Task> _steps = new(StringComparer.Ordinal); // by agent: the last one

    /// <param name="end">Look no more; agents that live here are asked to leave, and waited for.</param>
    /// <param name="stop">They have had their time.</param>
    public async Task RunAsync(CancellationToken end, CancellationToken stop)
    {
        using var flock = new FreshOverview(control, time);
        using var looks = new PeriodicTimer(LookEvery, time);
        try
        {
            do
            {
                if (await flock.FindAsync(end) is { } overview)
                    Begin(_book.Look(overview), stop);
            }
            while (await looks.WaitForNextTickAsync(end));
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            if (provisioner.IsTheirHome)
                Begin(_book.Agents.Select(agent => new PoolStep(PoolAction.Dismiss, agent)), stop);
            await Task.WhenAll(_steps.Values);
        }
    }

    private void Begin(IEnumerable<PoolStep> steps, CancellationToken stop)
    {
        foreach (var step in steps)
        {
            logger.Does(step.Action, step.Agent);
            _steps[step.Agent] = DoAfterAsync(_steps.GetValueOrDefault(step.Agent) ?? Task.CompletedTask, step, stop);
        }
    }

    private async Task DoAfterAsync(Task before, PoolStep step, CancellationToken stop)
    {
        await before;
        try
        {
            await DoAsync(step, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            logger.NotDone(step.Action, step.Agent, "no time was left");
        }
        catch (Exception e) when (e is ProvisioningException or CoordinationException)
        {
            logger.NotDone(step.Action, step.Agent, e.Message);
        }
    }

    private async Task DoAsync(PoolStep step, CancellationToken stop)
    {
        switch (step.Action)
        {
            case PoolAction.Start:
                await provisioner.StartAsync(step.Agent, stop);
                break;
            case PoolAction.Retire:
                await control.DrainAsync(step.Agent, stop);
                break;
            case PoolAction.Dismiss:
                var isAsked = await control.DrainAsync(step.Agent, stop) == DrainAnswer.Asked;
                await provisioner.RemoveAsync(
                    step.Agent, isAsked ? options.Agent.DrainTimeout + Farewell : Farewell, stop);
                break;
            case PoolAction.Remove:
                await provisioner.RemoveAsync(step.Agent, Farewell, stop);
                break;
            default:
                await provisioner.RemoveAsync(step.Agent, TimeSpan.Zero, stop);
                break;
        }
    }
}
