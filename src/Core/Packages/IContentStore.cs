namespace TestFlock.Core.Packages;

/// <summary>
/// Where content waits between machines. It keeps bytes under names, whole or not at all, and knows nothing of what
/// they mean; whoever reads checks. What is written once under a name never changes.
/// </summary>
public interface IContentStore : IAsyncDisposable
{
    /// <summary>What a person calls it: its address without secrets.</summary>
    string Name { get; }

    /// <summary>Which names it does not have; what it has it keeps for its full time from now on.</summary>
    /// <exception cref="PackageException">The store cannot be reached or refuses; the message has the cure.</exception>
    Task<IReadOnlyCollection<ContentName>> FindMissingAsync(
        IReadOnlyCollection<ContentName> names, CancellationToken cancellationToken);

    /// <summary>Keeps the bytes. Until it returns nobody finds them; twice the same is once.</summary>
    /// <param name="name">What they are found under.</param>
    /// <param name="content">Read from where it stands to its end; can be read again.</param>
    /// <param name="cancellationToken">Leaves nothing that can be found.</param>
    /// <exception cref="PackageException">The store cannot be reached, is full or refuses; the message has the
    /// cure.</exception>
    Task PutAsync(ContentName name, Stream content, CancellationToken cancellationToken);

    /// <summary>Writes what is kept under the name to the stream.</summary>
    /// <returns>False when there is nothing; then nothing was written.</returns>
    /// <exception cref="PackageException">The store cannot be reached or refuses; the message has the cure.</exception>
    Task<bool> TryGetAsync(ContentName name, Stream destination, CancellationToken cancellationToken);

    /// <summary>Lets the content go, where it is allowed to; that there is none is no error.</summary>
    /// <exception cref="PackageException">The store cannot be reached.</exception>
    Task RemoveAsync(ContentName name, CancellationToken cancellationToken);
}
