namespace TestFlock.Packages.Cache;

/// <summary>
/// What one process has in the cache for as long as it lives: files on their way in, packages laid out, and which
/// packages it needs. A lock that ends with the process, however it ends, tells the living from the dead.
/// </summary>
internal sealed class CacheLife : IDisposable
{
    /// <summary>
    /// Nobody else opens it; but Windows would not let its own holder delete it either, unless deletion is shared.
    /// </summary>
    private static readonly FileShare Alone = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;

    private readonly FileStream _lock;

    private CacheLife(string folder, FileStream held)
    {
        (Folder, _lock) = (folder, held);
        foreach (var part in new[] { Incoming, Layouts, Uses })
            Directory.CreateDirectory(part);
    }

    public string Folder { get; }

    public string Incoming => Path.Combine(Folder, "incoming");

    public string Layouts => Path.Combine(Folder, "laid-out");

    /// <summary>An empty file for each package that must not go.</summary>
    public string Uses => Path.Combine(Folder, "uses");

    public static CacheLife Begin(CacheFolder cache)
    {
        while (true)
        {
            var name = Path.Combine(cache.Lives, Guid.NewGuid().ToString("N")[..12]);
            try
            {
                return new CacheLife(
                    name, new FileStream(name + ".lock", FileMode.CreateNew, FileAccess.ReadWrite, Alone));
            }
            catch (IOException) when (File.Exists(name + ".lock"))
            {
                // Somebody who sweeps had it open just now, and took it for a dead one's.
            }
        }
    }

    /// <summary>Removes what the dead left.</summary>
    /// <returns>How many they were.</returns>
    public static int SweepDead(CacheFolder cache)
    {
        var dead = 0;
        foreach (var file in Directory.EnumerateFiles(cache.Lives, "*.lock"))
        {
            try
            {
                using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, Alone);
                Remove(Path.ChangeExtension(file, null));
                File.Delete(file);
                dead++;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It lives, or somebody else sweeps.
            }
        }

        // The lock is there before the folder, and goes after it unless the folder could not be removed.
        foreach (var left in Directory.EnumerateDirectories(cache.Lives).Where(life => !File.Exists(life + ".lock")))
            Remove(left);
        return dead;
    }

    /// <summary>The packages that any process needs.</summary>
    public static IReadOnlySet<string> FindUses(CacheFolder cache) => Directory.EnumerateDirectories(cache.Lives)
        .Select(life => Path.Combine(life, "uses"))
        .Where(Directory.Exists)
        .SelectMany(uses => Directory.EnumerateFiles(uses))
        .Select(use => Path.GetFileName(use))
        .ToHashSet();

    public void Dispose()
    {
        Remove(Folder);
        var file = _lock.Name;
        File.Delete(file);
        _lock.Dispose();
    }

    /// <summary>What tests made read-only goes, too; what is still open stays for a later sweep.</summary>
    internal static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // On Windows an open or read-only file; the next life sweeps again.
        }
    }
}
