namespace TestFlock.Execution.Warm;

/// <summary>
/// Lets a few hosts start at a time. A start is work for a processor: twenty at once would all be late, and the first
/// test with them.
/// </summary>
internal sealed class StartGate(int width) : IDisposable
{
    private readonly SemaphoreSlim _places = new(width);

    /// <summary>Returns when there is a place; it is given back by disposing what is returned.</summary>
    /// <exception cref="OperationCanceledException">The place is not wanted any more.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        return new Place(_places);
    }

    public void Dispose() => _places.Dispose();

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
