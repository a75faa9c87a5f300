using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Contracts;
using TestFlock.Core.Execution;
using TestFlock.Execution.ProcessIsolation;
using TestFlock.Execution.Warm;

namespace TestFlock.Execution.Tests.Support;

/// <summary>A batch that runs in real processes, and all that was told of it.</summary>
internal sealed class BatchRun : IAsyncDisposable
{
    private readonly Channel<AgentEvent> _told = Channel.CreateUnbounded<AgentEvent>();
    private readonly CancellationTokenSource _askedBack = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly TemporaryFolder _folder = new();
    private readonly List<AgentEvent> _events = [];
    private readonly IBatchRunner _runner;
    private readonly RunManifest _manifest;
    private readonly RecyclingRules _rules;
    private readonly Task _running;

    private BatchRun(
        IReadOnlyList<Unit> units,
        RunManifest manifest,
        TimeProvider time,
        bool isStopped,
        RecyclingRules? rules = null)
    {
        _manifest = manifest;
        _rules = rules ?? new RecyclingRules();
        if (isStopped)
            _stop.Cancel();
        _runner = Factory(manifest.Isolation, time).Create(1);
        _running = RunAsync(manifest, units);
    }

    /// <summary>Everything told so far.</summary>
    public IReadOnlyList<AgentEvent> Events => _events;

    public IEnumerable<AttemptEnded> Ends => _events.OfType<AttemptEnded>();

    /// <summary>The folders of calls that are there.</summary>
    public IEnumerable<string> CallFolders =>
        Directory.Exists(SlotFolder) ? Directory.EnumerateDirectories(SlotFolder) : [];

    private string SlotFolder => _folder.File(_manifest.Isolation == Isolation.Warm ? "warm-1" : "slot-1");

    public static RunManifest WarmManifest => Manifest with { Isolation = Isolation.Warm };

    public static RunManifest Manifest { get; } = new()
    {
        Run = new RunId("r1"),
        Suite = "scripted",
        Isolation = Isolation.Process,
        SettingsXml = "",
        WorkingDirectory = Path.GetTempPath(),
        InheritsEnvironment = true,
    };

    public static Unit Unit(params TestCase[] cases) => Unit(0, cases);

    public static Unit Unit(int firstOrdinal, params TestCase[] cases) => new()
    {
        Name = $"unit from {firstOrdinal}",
        Attempts =
            [.. cases.Select((c, i) => new RequestedAttempt { Id = new AttemptId(firstOrdinal + i, 1), Case = c })],
    };

    /// <summary>A class of which nothing more runs after a failure.</summary>
    public static Unit IncrementalUnit(params string[] scripts)
    {
        var unit = Unit([.. scripts.Select(s => ScriptedSuite.Case(s))]);
        return unit with { Attempts = [.. unit.Attempts.Select(a => a with { IncrementalClass = "Scripted" })] };
    }

    public static BatchRun Start(params string[] scripts) => Start(Manifest, scripts);

    public static BatchRun Start(RunManifest manifest, params string[] scripts) =>
        Start(manifest, Unit([.. scripts.Select(s => ScriptedSuite.Case(s))]));

    public static BatchRun Start(RunManifest manifest, TimeProvider time, params string[] scripts) =>
        new([Unit([.. scripts.Select(s => ScriptedSuite.Case(s))])], manifest, time, isStopped: false);

    public static BatchRun StartWarm(RecyclingRules rules, params string[] scripts) => new(
        [Unit([.. scripts.Select(s => ScriptedSuite.Case(s))])],
        WarmManifest,
        TimeProvider.System,
        isStopped: false,
        rules);

    public static BatchRun Start(RunManifest manifest, params Unit[] units) =>
        new(units, manifest, TimeProvider.System, isStopped: false);

    public static BatchRun StartStopped(params string[] scripts) =>
        new([Unit([.. scripts.Select(s => ScriptedSuite.Case(s))])], Manifest, TimeProvider.System, isStopped: true);

    /// <summary>The next event that fits; those before it are in <see cref="Events"/>.</summary>
    public async Task<T> NextAsync<T>(Func<T, bool>? fits = null)
        where T : AgentEvent
    {
        await foreach (var told in _told.Reader.ReadAllAsync())
        {
            _events.Add(told);
            if (told is T wanted && fits?.Invoke(wanted) != false)
                return wanted;
        }

        throw new InvalidOperationException($"The batch ended without {typeof(T).Name}.");
    }

    /// <summary>Another batch in the same slot, and its events.</summary>
    public async Task<IReadOnlyList<AgentEvent>> AgainAsync(params string[] scripts)
    {
        var batch = new Batch
        {
            Run = Manifest.Run,
            Id = new BatchId("b2"),
            Units = [Unit([.. scripts.Select(s => ScriptedSuite.Case(s))])],
        };
        var events = new List<AgentEvent>();
        await _runner.RunAsync(
            _manifest, batch, told => Keep(told, events), CancellationToken.None, CancellationToken.None);
        return events;
    }

    public Task StopAsync() => _stop.CancelAsync();

    /// <summary>Others want what has not begun.</summary>
    public Task AskBackAsync() => _askedBack.CancelAsync();

    /// <summary>All events, once the batch is done.</summary>
    public async Task<BatchRun> ToEndAsync()
    {
        await foreach (var told in _told.Reader.ReadAllAsync())
            _events.Add(told);
        await _running;
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _runner.DisposeAsync();
        _folder.Dispose();
        _stop.Dispose();
        _askedBack.Dispose();
    }

    private static ValueTask Keep(AgentEvent told, List<AgentEvent> events)
    {
        events.Add(told);
        return ValueTask.CompletedTask;
    }

    private IBatchRunnerFactory Factory(Isolation isolation, TimeProvider time)
    {
        var logger = Path.Combine(AppContext.BaseDirectory, "logger");
        return isolation == Isolation.Warm
            ? new WarmBatchRunnerFactory(_folder.Path, logger, _rules, time, NullLoggerFactory.Instance)
            : new ProcessBatchRunnerFactory(_folder.Path, logger, time, NullLoggerFactory.Instance);
    }

    private async Task RunAsync(RunManifest manifest, IReadOnlyList<Unit> units)
    {
        var batch = new Batch { Run = manifest.Run, Id = new BatchId("b1"), Units = units };
        try
        {
            await _runner.RunAsync(
                manifest, batch, told => _told.Writer.WriteAsync(told), _askedBack.Token, _stop.Token);
        }
        finally
        {
            _told.Writer.Complete();
        }
    }
}
