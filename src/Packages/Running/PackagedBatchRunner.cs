using TestFlock.Contracts;
using TestFlock.Core.Execution;
using TestFlock.Core.Telemetry;

namespace TestFlock.Packages.Running;

/// <summary>
/// Runs each batch in the package of its run, which is fetched before the first, and sends back what belongs to the
/// caller and nothing else.
/// </summary>
internal sealed class PackagedBatchRunner(IBatchRunner inner, AgentPackages packages, TimeProvider time) : IBatchRunner
{
    // A machine that cannot have the package fails faster than any other tests, and would get one batch after the
    // other.
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private PreparedRun? _prepared;

    public async Task PrepareAsync(RunManifest manifest, CancellationToken stop)
    {
        if (_prepared?.Run == manifest.Run)
            return;
        _prepared?.Dispose();
        _prepared = new PreparedRun(manifest.Run, packages.EnterAsync(manifest, stop), time);
        if (await _prepared.HasFailedOnThisMachineAsync())
            await Task.Delay(PauseAfterFailure, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async Task RunAsync(
        RunManifest manifest,
        Batch batch,
        Func<AgentEvent, ValueTask> events,
        CancellationToken askedBack,
        CancellationToken stop)
    {
        if (await TryEnterAsync(manifest, stop) is not { } use)
        {
            foreach (var attempt in batch.Units.SelectMany(u => u.Attempts))
                await events(
                    new AttemptEnded { Attempt = attempt.Id, End = AttemptEnd.Cancelled, At = time.GetUtcNow() });
            return;
        }

        using (use)
        {
            var named = new NamedVersion(manifest, events);
            var returned = new ReturnedFiles(packages.Stores, manifest, named.TellAsync);
            await inner.RunAsync(manifest, use.Move(batch), returned.TellAsync, askedBack, stop);
        }
    }

    public ValueTask DisposeAsync()
    {
        _prepared?.Dispose();
        return inner.DisposeAsync();
    }

    /// <returns>Null when it was told to stop.</returns>
    private async Task<PackagesInUse?> TryEnterAsync(RunManifest manifest, CancellationToken stop)
    {
        var prepared = _prepared?.Run == manifest.Run
            ? _prepared
            : new PreparedRun(manifest.Run, packages.EnterAsync(manifest, stop), time);
        _prepared = null;
        try
        {
            return await prepared.Entering;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (manifest.Packages.Count > 0)
                Note(prepared.Began, await prepared.EndedAsync());
        }
    }

    private static void Note(DateTimeOffset began, DateTimeOffset ended)
    {
        FlockMeters.PackageDuration.Record((ended - began).TotalSeconds);
        BatchSteps.Note("testflock.package", began, ended);
    }
}
