using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Progress;
using TestFlock.Core.Reporting;
using TestFlock.Core.Runs;
using TestFlock.Core.Settings;
using TestFlock.RabbitMq;
using TestFlock.RabbitMq.Runs;
using TestFlock.Redis;
using TestFlock.Redis.Runs;
using TestFlock.Tests.Conformance;

namespace TestFlock.Fleet.Tests.Watching;

/// <summary>A real coordinator on the real servers, in this process, with one test that need not exist.</summary>
internal sealed class PlayedRun : IReport
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly List<(Func<RunProgress, bool> IsSo, TaskCompletionSource<RunProgress> Seen)> _awaited = [];
    private readonly CancellationTokenSource _end = new();
    private RedisRunCoordination? _redis;
    private Task _running = Task.CompletedTask;

    public RunId Id { get; } = Some.Run();

    public string Name => "progress";

    public async Task StartAsync(Support.Fleet fleet, Func<RunPlan, RunPlan> change)
    {
        var watcher = new RecordingWatcher();
        _redis = await RedisRunCoordination.OpenAsync(
            new RedisOptions { Address = fleet.Redis.Uri, ClientName = "played" },
            watcher,
            TimeProvider.System,
            NullLoggerFactory.Instance,
            CancellationToken.None);
        var rabbit = new RabbitMqRunTransportFactory(
            new RabbitMqOptions { Address = fleet.RabbitMq.Uri, ClientName = "played" },
            watcher,
            TimeProvider.System,
            NullLoggerFactory.Instance);
        var coordinator = new RunCoordinator(
            change(NewPlan()),
            rabbit,
            _redis,
            new ReportFan([this], NullLogger<ReportFan>.Instance),
            new RunRules(),
            TimeProvider.System,
            NullLoggerFactory.Instance);
        _running = coordinator.RunAsync(_end.Token);
    }

    /// <summary>What the coordinator says the run waits for, once it says so.</summary>
    public async Task<string> WaitsForAsync(WaitKind kind)
    {
        var seen = new TaskCompletionSource<RunProgress>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
            _awaited.Add((progress => progress.WaitsFor?.Kind == kind, seen));
        if (await Task.WhenAny(seen.Task, _running, Task.Delay(Limit)) != seen.Task)
            throw new TimeoutException($"The run did not come to wait for {kind}.");
        return (await seen.Task).WaitsFor!.Text;
    }

    public ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken)
    {
        if (runEvent is not ProgressMade { Progress: var progress })
            return ValueTask.CompletedTask;
        lock (_gate)
        {
            foreach (var (isSo, seen) in _awaited)
            {
                if (isSo(progress))
                    seen.TrySetResult(progress);
            }
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_redis is not null)
            await _redis.DisposeAsync();
        _end.Dispose();
    }

    private RunPlan NewPlan()
    {
        var batch = Some.Batch(Id);
        return new RunPlan
        {
            Manifest = Some.Manifest(Id) with { Owner = "ann@build-7" },
            Share = new RunShare { Priority = RunPriority.Normal },
            Cases = [batch.Units[0].Attempts[0].Case],
            Batches = [batch],
            WhenNoAgents = NoAgentsPolicy.Wait,
        };
    }
}
