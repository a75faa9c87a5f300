using TestFlock.Core.Packages;

namespace TestFlock.Packages.Cache;

/// <summary>Brings what the cache lacks of a package from a store, checked before it is anybody's.</summary>
internal sealed class PackageFetch(IContentStore store, CacheFolder cache, CacheLife life, BlobFolder blobs)
{
    private const int AtOnce = 6;

    private int _hits;
    private int _fetched;
    private long _bytes;

    /// <summary>Files that were there.</summary>
    public int Hits => _hits;

    /// <summary>Files that were not.</summary>
    public int Fetched => _fetched;

    /// <summary>Bytes that came from the store, compressed.</summary>
    public long Bytes => _bytes;

    /// <exception cref="PackageException">The store does not have it, or not intact.</exception>
    public async Task<PackageContents> FetchListAsync(ContentHash identity, CancellationToken cancellationToken)
    {
        var path = Path.Combine(cache.Lists, identity.Hex);
        if (File.Exists(path))
        {
            var known = await File.ReadAllBytesAsync(path, cancellationToken);
            if (ContentHash.Of(known) == identity)
                return PackageContents.Read(known);
        }

        using var text = new MemoryStream();
        await FetchAsync("the list of its files", identity, PackageLimits.LargestList, text, cancellationToken);
        var contents = PackageContents.Read(text.ToArray());
        var incoming = NewIncoming();
        await File.WriteAllBytesAsync(incoming, text.ToArray(), cancellationToken);
        File.Move(incoming, path, overwrite: true);
        return contents;
    }

    /// <exception cref="PackageException">The store does not have all of it, or not intact.</exception>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public Task FetchFilesAsync(
        IReadOnlyList<PackageFile> files, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        files.DistinctBy(BlobFolder.NameOf),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
        async (file, end) =>
        {
            if (await blobs.HasAsync(file, end))
                Interlocked.Increment(ref _hits);
            else
                await FetchFileAsync(file, end);
        });

    private async Task FetchFileAsync(PackageFile file, CancellationToken cancellationToken)
    {
        var incoming = NewIncoming();
        try
        {
            await using (var content = new FileStream(incoming, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                await FetchAsync($"'{file.Path}'", file.Hash, file.Size, content, cancellationToken);
            blobs.Add(file, incoming);
            Interlocked.Increment(ref _fetched);
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    private async Task FetchAsync(
        string what, ContentHash hash, long mostBytes, Stream content, CancellationToken cancellationToken)
    {
        var name = ContentName.Of(hash);
        var packedFile = NewIncoming();
        await using var packed = new FileStream(
            packedFile,
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 64 * 1024,
            FileOptions.DeleteOnClose);

        // What does not shrink grows a little when it is packed.
        await using var bounded = new BoundedStream(packed, mostBytes + (mostBytes / 100) + 4096);
        try
        {
            if (!await store.TryGetAsync(name, bounded, cancellationToken))
            {
                throw new PackageException(
                    $"{store.Name} does not have {what} of the test package (any more). Run the tests again: what "
                        + "is missing is then uploaded.")
                {
                    IsOfPackage = true,
                };
            }

            Interlocked.Add(ref _bytes, packed.Length);
            packed.Position = 0;
            await PackedContent.UnpackAsync(packed, content, hash, mostBytes, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            // Else every later run would find it there, and upload nothing.
            await store.RemoveAsync(name, cancellationToken);
            throw new PackageException(
                $"What {store.Name} keeps as {what} of the test package cannot be used: {e.Message}. It was removed "
                + $"from there; run the tests again. If that does not help, remove '{name}' from the store by hand.",
                e)
            {
                IsOfPackage = true,
            };
        }
    }

    private string NewIncoming() => Path.Combine(life.Incoming, Guid.NewGuid().ToString("N"));
}
