using Microsoft.Extensions.Logging;
using TestFlock.Core.Packages;

namespace TestFlock.Packages.Cache;

/// <summary>Keeps a cache within its bounds: the packages used last stay, and those that anybody uses now.</summary>
internal sealed partial class CacheRoom(
    CacheFolder cache, BlobFolder blobs, CacheBounds bounds, TimeProvider time, ILogger logger)
{
    /// <summary>Lets go what is too old or too much; nothing while another process does the same.</summary>
    public void Keep() => MakeWithin(bounds.Size);

    /// <summary>Lets go everything that nobody uses: the disk is full.</summary>
    public void Clear() => MakeWithin(0);

    public (int Files, long Bytes) Measure()
    {
        var all = blobs.FindAll().Select(f => f.Length).ToArray();
        return (all.Length, all.Sum());
    }

    private void MakeWithin(long most)
    {
        try
        {
            using var broom = new FileStream(cache.Broom, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var kept = KeepLists(most);
            var (files, bytes) = RemoveBlobs(kept);
            if (files > 0)
                Removed(logger, files, bytes / (1024.0 * 1024), cache.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process makes room, or a file is open; the next package tries again.
            NoRoomMade(logger, cache.Path, e.Message);
        }
    }

    /// <returns>The names of the content that is still needed.</returns>
    private HashSet<string> KeepLists(long most)
    {
        var uses = CacheLife.FindUses(cache);
        var oldest = time.GetUtcNow() - bounds.Age;
        var kept = new HashSet<string>();
        var bytes = 0L;
        foreach (var list in new DirectoryInfo(cache.Lists).EnumerateFiles().OrderByDescending(f => f.LastWriteTimeUtc))
        {
            var files = TryRead(list);
            var more = files?.Where(f => !kept.Contains(f.Name)).DistinctBy(f => f.Name).ToArray() ?? [];
            var isUsed = uses.Contains(list.Name);
            if (files is null
                || !(isUsed || (list.LastWriteTimeUtc >= oldest && bytes + more.Sum(f => f.Size) <= most)))
            {
                // The older ones would fit only by passing over a younger one.
                most = files is null || isUsed ? most : 0;
                list.Delete();
                continue;
            }

            bytes += more.Sum(f => f.Size);
            kept.UnionWith(more.Select(f => f.Name));
        }

        return kept;
    }

    private (int Files, long Bytes) RemoveBlobs(HashSet<string> kept)
    {
        var (files, bytes) = (0, 0L);
        foreach (var blob in blobs.FindAll().Where(b => !kept.Contains(b.Name)))
        {
            var size = blob.Length;
            blob.Delete();
            files++;
            bytes += size;
        }

        return (files, bytes);
    }

    private static (string Name, long Size)[]? TryRead(FileInfo list)
    {
        try
        {
            var contents = PackageContents.Read(File.ReadAllBytes(list.FullName));
            return [.. contents.Files.Select(f => (BlobFolder.NameOf(f), f.Size))];
        }
        catch (PackageException)
        {
            // Half a list: the process died while it wrote it, or the disk failed.
            return null;
        }
    }

    [LoggerMessage(731, LogLevel.Information, "{Files} files of {Megabytes:0.0} MB were let go from the cache {Cache}")]
    private static partial void Removed(ILogger logger, int files, double megabytes, string cache);

    [LoggerMessage(732, LogLevel.Information, "No room was made in the cache {Cache}: {Why}")]
    private static partial void NoRoomMade(ILogger logger, string cache, string why);
}
