using System.Globalization;
using Microsoft.Extensions.Logging;
using TestFlock.Core.Packages;

namespace TestFlock.Packages.Cache;

/// <summary>
/// The packages of a machine, shared by all agents of one user. Content is kept once; every run gets a lay-out of its
/// own, so that what the tests of one run write is not there for the next.
/// </summary>
public sealed partial class PackageCache : IDisposable
{
    // A file may go between its check and its use, if another process makes room; twice in a row is no accident.
    private const int Tries = 3;

    private readonly CacheFolder _folder;
    private readonly CacheLife _life;
    private readonly BlobFolder _blobs;
    private readonly CacheRoom _room;
    private readonly CacheBounds _bounds;
    private readonly TimeProvider _time;
    private readonly ILogger<PackageCache> _logger;
    private int _layouts;

    private PackageCache(CacheFolder folder, CacheBounds bounds, TimeProvider time, ILogger<PackageCache> logger)
    {
        (_folder, _bounds, _time, _logger) = (folder, bounds, time, logger);
        _blobs = new BlobFolder(folder, logger);
        _room = new CacheRoom(folder, _blobs, bounds, time, logger);
        _life = CacheLife.Begin(folder);
    }

    /// <summary>In the user's own data.</summary>
    public static string DefaultFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } own
            ? own
            : Path.GetTempPath(),
        "testflock",
        "packages");

    /// <exception cref="PackageException">The folder cannot be used.</exception>
    public static PackageCache Open(string path, CacheBounds bounds, TimeProvider time, ILogger<PackageCache> logger)
    {
        try
        {
            var folder = CacheFolder.Create(path);
            var dead = CacheLife.SweepDead(folder);
            var cache = new PackageCache(folder, bounds, time, logger);
            cache._room.Keep();
            var (files, bytes) = cache._room.Measure();
            Opened(logger, folder.Path, files, Megabytes(bytes), Megabytes(bounds.Size), bounds.Age.TotalDays, dead);
            return cache;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PackageException(
                $"The cache for test packages {path} cannot be used: {e.Message} Give a folder of this "
                    + "user's own with --cache-folder.", e);
        }
    }

    /// <summary>Lays a package out anew, and fetches what is missing for it.</summary>
    /// <exception cref="PackageException">It cannot be had whole; the message has the cure.</exception>
    public async Task<LaidOutPackage> LayOutAsync(
        ContentHash identity, IContentStore store, CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        var fetch = new PackageFetch(store, _folder, _life, _blobs);
        for (var attempt = 1; ; attempt++)
        {
            var folder = Path.Combine(
                _life.Layouts, Interlocked.Increment(ref _layouts).ToString(CultureInfo.InvariantCulture));
            try
            {
                await File.WriteAllBytesAsync(Path.Combine(_life.Uses, identity.Hex), [], cancellationToken);
                var contents = await fetch.FetchListAsync(identity, cancellationToken);
                File.SetLastWriteTimeUtc(Path.Combine(_folder.Lists, identity.Hex), _time.GetUtcNow().UtcDateTime);
                var needed = contents.Files.Where(file => NativeMachine.Own.MayUse(file.Path)).ToArray();
                await fetch.FetchFilesAsync(needed, cancellationToken);
                PackageLayout.LayOut(needed, _blobs, folder);
                if (fetch.Fetched > 0)
                    _room.Keep();
                Told(contents, fetch, folder, began);
                return new LaidOutPackage(folder, contents);
            }
            catch (Exception e) when (attempt < Tries && (DiskFull.Is(e) || e is FileNotFoundException))
            {
                CacheLife.Remove(folder);
                if (DiskFull.Is(e))
                    _room.Clear();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                CacheLife.Remove(folder);
                throw Explain(e);
            }
        }
    }

    /// <summary>Lays out a folder of this machine, as it is.</summary>
    /// <exception cref="PackageException">It cannot be copied; the message has the cure.</exception>
    public LaidOutPackage LayOutCopy(string from)
    {
        var folder = Path.Combine(
            _life.Layouts, Interlocked.Increment(ref _layouts).ToString(CultureInfo.InvariantCulture));
        try
        {
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            return new LaidOutPackage(folder, Contents: null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CacheLife.Remove(folder);
            throw Explain(e);
        }
    }

    /// <summary>The run that it was laid out for is over.</summary>
    public void Remove(LaidOutPackage package, bool isLastOfItsKind)
    {
        CacheLife.Remove(package.Folder);
        if (isLastOfItsKind && package.Contents is not null)
            File.Delete(Path.Combine(_life.Uses, package.Contents.Identity.Hex));
    }

    public void Dispose() => _life.Dispose();

    private static double Megabytes(long bytes) => bytes / (1024.0 * 1024);

    private PackageException Explain(Exception e) => new(
        DiskFull.Is(e)
            ? $"The disk of {_folder.Path} is full, though everything that no run needs was removed from it. Make room "
                + "on it, or give the agent another folder with --cache-folder."
            : $"The cache for test packages {_folder.Path} cannot be used: {e.Message}",
        e);

    private void Told(PackageContents contents, PackageFetch fetch, string folder, long began) => Ready(
        _logger,
        contents.Identity.Hex[..12],
        contents.Files.Count,
        Megabytes(contents.Size),
        _time.GetElapsedTime(began).TotalSeconds,
        fetch.Hits,
        fetch.Fetched,
        Megabytes(fetch.Bytes),
        folder);

    [LoggerMessage(711, LogLevel.Information,
        "Cache {Cache}: {Files} files of {Megabytes:0.0} MB, up to {Most:0} MB and {Days:0.#} days; {Dead} dead "
            + "processes' remains were removed")]
    private static partial void Opened(
        ILogger logger, string cache, int files, double megabytes, double most, double days, int dead);

    [LoggerMessage(712, LogLevel.Information,
        "Package {Package} ({Files} files, {Megabytes:0.0} MB) was ready after {Seconds:0.00} s: {Hits} files were "
            + "in the cache, {Fetched} were fetched with {Fetch:0.00} MB; it lies in {Folder}")]
    private static partial void Ready(
        ILogger logger,
        string package,
        int files,
        double megabytes,
        double seconds,
        int hits,
        int fetched,
        double fetch,
        string folder);
}
