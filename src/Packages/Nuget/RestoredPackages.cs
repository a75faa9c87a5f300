using Microsoft.Extensions.Logging;
using TestFlock.Packages.Cache;

namespace TestFlock.Packages.Nuget;

/// <summary>Keeps the folder of restored packages within the bounds of the cache: those used last stay.</summary>
internal sealed partial class RestoredPackages(string folder, CacheBounds bounds, TimeProvider time, ILogger logger)
{
    /// <summary>Lets go what is too old or too much, and nobody uses now.</summary>
    public void Keep()
    {
        var oldest = time.GetUtcNow() - bounds.Age;
        var bytes = 0L;
        foreach (var (path, lastUse) in FindByLastUse())
        {
            bytes += SizeOf(path);
            if ((bytes <= bounds.Size && lastUse >= oldest) || !RestoredPackage.TryRemove(path))
                continue;
            LetGo(logger, path, lastUse);
        }
    }

    // One that was never used is being restored by somebody at this moment.
    private IEnumerable<(string Path, DateTimeOffset LastUse)> FindByLastUse() =>
        from id in Directory.EnumerateDirectories(folder)
        from version in Directory.EnumerateDirectories(id)
        let lastUse = RestoredPackage.LastUse(version)
        where lastUse is not null
        orderby lastUse descending
        select (version, lastUse.Value);

    private static long SizeOf(string path) =>
        new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    [LoggerMessage(751, LogLevel.Information, "The restored package {Path}, last used {LastUse}, was let go")]
    private static partial void LetGo(ILogger logger, string path, DateTimeOffset lastUse);
}
