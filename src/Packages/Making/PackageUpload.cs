using TestFlock.Core.Packages;

namespace TestFlock.Packages.Making;

/// <summary>
/// Brings to a store what it lacks of a package; the list comes last, so that whoever finds it finds all of it.
/// </summary>
public sealed class PackageUpload(IContentStore store, TimeProvider time)
{
    private const int AtOnce = 4;
    private const long LargestInMemory = 16 * 1024 * 1024;

    /// <exception cref="PackageException">The store fails, or a file changed; the message has the cure.</exception>
    public async Task<UploadedPackage> UploadAsync(MadePackage package, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var byName = package.Contents.Files.GroupBy(f => ContentName.Of(f.Hash)).ToDictionary(
            g => g.Key, g => g.First());
        var list = ContentName.Of(package.Contents.Identity);
        var missing = await store.FindMissingAsync([.. byName.Keys, list], cancellationToken);
        var sent = 0L;
        await Parallel.ForEachAsync(
            missing.Where(name => name != list),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (name, end) => Interlocked.Add(ref sent, await SendAsync(package.Folder, byName[name], end)));
        if (missing.Contains(list))
        {
            using var text = new MemoryStream(package.Contents.Text.ToArray());
            using var packed = new MemoryStream();
            await PackedContent.PackAsync(text, packed, cancellationToken);
            sent += await PutAsync(list, packed, cancellationToken);
        }

        return new UploadedPackage(missing.Count(name => name != list), sent, time.GetElapsedTime(began));
    }

    private async Task<long> SendAsync(string folder, PackageFile file, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, file.Path);
        try
        {
            await using Stream content = file.Size == 0
                ? new MemoryStream()
                : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using var digesting = new DigestingStream(content);
            await using Stream packed = file.Size <= LargestInMemory ? new MemoryStream() : OpenTemporary();
            await PackedContent.PackAsync(digesting, packed, cancellationToken);
            if (digesting.Hash != file.Hash)
                throw new PackageException($"{path} changed while it was being uploaded. Is it being built? Run the "
                    + "tests again when it is done.");
            return await PutAsync(ContentName.Of(file.Hash), packed, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PackageException($"{path} cannot be uploaded: {e.Message}", e);
        }
    }

    private async Task<long> PutAsync(ContentName name, Stream packed, CancellationToken cancellationToken)
    {
        packed.Position = 0;
        await store.PutAsync(name, packed, cancellationToken);
        return packed.Length;
    }

    private static FileStream OpenTemporary() => new FileStream(
        Path.Combine(Path.GetTempPath(), $"testflock-{Guid.NewGuid():N}"),
        FileMode.CreateNew,
        FileAccess.ReadWrite,
        FileShare.None,
        bufferSize: 64 * 1024,
        FileOptions.DeleteOnClose);
}
