using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Execution;
using TestFlock.Execution.ProcessIsolation;
using TestFlock.Execution.Warm;

namespace TestFlock.Agent;

/// <summary>Every kind of isolation that this program has.</summary>
internal sealed class BatchRunners : IAsyncDisposable
{
    // A folder of its own: the test platform loads whatever adapter or logger lies beside the one that it is given.
    private static readonly string LoggerFolder = Path.Combine(AppContext.BaseDirectory, "logger");

    private readonly WarmBatchRunnerFactory _warm;

    public BatchRunners(string workFolder, TimeProvider time, ILoggerFactory loggers)
    {
        _warm = new WarmBatchRunnerFactory(workFolder, LoggerFolder, new RecyclingRules(), time, loggers);
        Factories = [new ProcessBatchRunnerFactory(workFolder, LoggerFolder, time, loggers), _warm];
    }

    public IReadOnlyList<IBatchRunnerFactory> Factories { get; }

    /// <summary>Starts what the run will need while it is still being planned.</summary>
    public void Prepare(RunManifest manifest, string source, int slots)
    {
        if (manifest.Isolation == Isolation.Warm)
            _warm.Prepare(manifest, source, slots);
    }

    public ValueTask DisposeAsync() => _warm.DisposeAsync();
}
