using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Execution;
using TestFlock.Execution.ProcessIsolation;
using TestFlock.Execution.Warm;
using TestFlock.Packages.Running;

namespace TestFlock.Agent;

/// <summary>Every kind of isolation that this program has.</summary>
internal sealed class BatchRunners : IAsyncDisposable
{
    // A folder of its own: the test platform loads whatever adapter or logger lies beside the one that it is given.
    private static readonly string LoggerFolder = Path.Combine(AppContext.BaseDirectory, "logger");

    private readonly WarmBatchRunnerFactory _warm;

    /// <param name="workFolder">Where files of calls lie.</param>
    /// <param name="packages">Where tests' assemblies come from; null where they lie in their own place.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">The process's log.</param>
    public BatchRunners(string workFolder, AgentPackages? packages, TimeProvider time, ILoggerFactory loggers)
    {
        _warm = new WarmBatchRunnerFactory(workFolder, LoggerFolder, new RecyclingRules(), time, loggers);
        IBatchRunnerFactory[] kinds = [new ProcessBatchRunnerFactory(workFolder, LoggerFolder, time, loggers), _warm];
        Factories = packages is null
            ? kinds
            : [.. kinds.Select(kind => new PackagedBatchRunnerFactory(kind, packages, time))];
    }

    public IReadOnlyList<IBatchRunnerFactory> Factories { get; }

    /// <summary>Starts what the run will need while it is still being planned.</summary>
    public void Prepare(RunManifest manifest, string source, int slots)
    {
        if (manifest.Isolation == Isolation.Warm)
            _warm.Prepare(manifest, source, slots);
    }

    /// <inheritdoc cref="WarmBatchRunnerFactory.ReadyAsync"/>
    public Task ReadyAsync(int slot) => _warm.ReadyAsync(slot);

    public ValueTask DisposeAsync() => _warm.DisposeAsync();
}
