using TestFlock.Core.Packages;

namespace TestFlock.Packages.Tests.Support;

/// <summary>Counts what is read.</summary>
internal sealed class CountingStore(IContentStore inner) : IContentStore
{
    private int _read;

    public int Read => _read;

    public string Name => inner.Name;

    public Task<IReadOnlyCollection<ContentName>> FindMissingAsync(
        IReadOnlyCollection<ContentName> names, CancellationToken cancellationToken) => inner.FindMissingAsync(
            names, cancellationToken);

    public Task PutAsync(ContentName name, Stream content, CancellationToken cancellationToken) =>
        inner.PutAsync(name, content, cancellationToken);

    public Task<bool> TryGetAsync(ContentName name, Stream destination, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _read);
        return inner.TryGetAsync(name, destination, cancellationToken);
    }

    public Task RemoveAsync(ContentName name, CancellationToken cancellationToken) =>
        inner.RemoveAsync(name, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
