namespace TestFlock.Agent.Run;

/// <summary>
/// Starts test hosts one after the other, from when it is made until it is ended: while it is not known how many there
/// shall be, and others want the processors, too.
/// </summary>
internal sealed class HostsOneByOne : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _starting;

    /// <param name="most">How many there can be at all.</param>
    /// <param name="prepare">
    /// Sees to it that there are so many; completes when the newest can serve, or cannot be had.
    /// </param>
    public HostsOneByOne(int most, Func<int, Task> prepare) => _starting = StartAsync(most, prepare);

    /// <summary>Starts no more; does not wait for the one on its way.</summary>
    public async Task EndAsync()
    {
        await _end.CancelAsync();
        await _starting;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _end.Dispose();
    }

    private async Task StartAsync(int most, Func<int, Task> prepare)
    {
        for (var hosts = 1; hosts <= most && !_end.IsCancellationRequested; hosts++)
            await prepare(hosts).WaitAsync(_end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
