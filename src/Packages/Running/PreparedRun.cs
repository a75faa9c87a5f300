using TestFlock.Contracts;
using TestFlock.Core.Packages;

namespace TestFlock.Packages.Running;

/// <summary>A run's packages on their way here, or here, kept for the batch that comes next.</summary>
internal sealed class PreparedRun : IDisposable
{
    private readonly Task<DateTimeOffset> _ended;

    public PreparedRun(RunId run, Task<PackagesInUse> entering, TimeProvider time)
    {
        (Run, Entering, Began) = (run, entering, time.GetUtcNow());
        _ended = NoteEndAsync(time);
    }

    public RunId Run { get; }

    /// <summary>Faulted when they cannot be had.</summary>
    public Task<PackagesInUse> Entering { get; }

    public DateTimeOffset Began { get; }

    /// <summary>The moment since which they are here, or are known not to come.</summary>
    public Task<DateTimeOffset> EndedAsync() => _ended;

    /// <summary>Waits for the end: whether another machine might have them.</summary>
    public async Task<bool> HasFailedOnThisMachineAsync()
    {
        await _ended;
        return Entering.Exception?.InnerException is PackageException { IsOfPackage: false };
    }

    /// <summary>Nobody needs them after all.</summary>
    public void Dispose()
    {
        if (Entering.IsCompletedSuccessfully)
            Entering.Result.Dispose();
    }

    private async Task<DateTimeOffset> NoteEndAsync(TimeProvider time)
    {
        await ((Task)Entering).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return time.GetUtcNow();
    }
}
