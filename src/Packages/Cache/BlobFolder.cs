using Microsoft.Extensions.Logging;
using TestFlock.Core.Packages;

namespace TestFlock.Packages.Cache;

/// <summary>Content under its hash. A file appears whole and checked, and is never written to again by us.</summary>
internal sealed partial class BlobFolder(CacheFolder cache, ILogger logger)
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute
        | UnixFileMode.OtherExecute;

    /// <summary>
    /// A program and the same bytes without that right are two files: names of one file share its rights.
    /// </summary>
    public static string NameOf(PackageFile file) => file.IsExecutable ? file.Hash.Hex + ".x" : file.Hash.Hex;

    public string PathOf(PackageFile file)
    {
        var name = NameOf(file);
        return Path.Combine(cache.Blobs, name[..2], name);
    }

    /// <summary>
    /// Whether it is there, and is what it should be: a test may have written to it through another name.
    /// </summary>
    public async Task<bool> HasAsync(PackageFile file, CancellationToken cancellationToken)
    {
        var path = PathOf(file);
        try
        {
            await using var content = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
            if (content.Length == file.Size && await ContentHash.OfAsync(content, cancellationToken) == file.Hash)
                return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }

        Damaged(logger, path, file.Path);
        File.Delete(path);
        return false;
    }

    /// <param name="file">What it is.</param>
    /// <param name="incoming">Whole and checked, in the same file system; is moved.</param>
    public void Add(PackageFile file, string incoming)
    {
        var path = PathOf(file);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(incoming, file.IsExecutable ? Readable | Executable : Readable);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(incoming, path, overwrite: true);
    }

    public IEnumerable<FileInfo> FindAll() =>
        new DirectoryInfo(cache.Blobs).EnumerateFiles("*", SearchOption.AllDirectories);

    [LoggerMessage(721, LogLevel.Warning,
        "{File} in the cache is not what it was ({Path}): a test wrote to it, or the disk failed; it is fetched again")]
    private static partial void Damaged(ILogger logger, string file, string path);
}
