namespace TestFlock.Packages.Cache;

/// <summary>
/// The places of an agent's cache. Content is kept once, under its hash; lists of packages beside it say what belongs
/// together and when it was last used; everything that is not yet, or no longer, anybody else's business lies in the
/// folder of a life.
/// </summary>
internal sealed class CacheFolder
{
    private CacheFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Content under its hash, checked when it came and whenever it is laid out.</summary>
    public string Blobs => System.IO.Path.Combine(Path, "content");

    /// <summary>Lists under their identity; the time of writing is that of the last use.</summary>
    public string Lists => System.IO.Path.Combine(Path, "packages");

    /// <summary>One lock and one folder for each process that uses the cache.</summary>
    public string Lives => System.IO.Path.Combine(Path, "lives");

    /// <summary>Held by who makes room.</summary>
    public string Broom => System.IO.Path.Combine(Path, "room.lock");

    /// <exception cref="IOException">The folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It is somebody else's.</exception>
    public static CacheFolder Create(string path)
    {
        var folder = new CacheFolder(System.IO.Path.GetFullPath(path));
        foreach (var part in new[] { folder.Path, folder.Blobs, folder.Lists, folder.Lives })
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(part);
            else
                Directory.CreateDirectory(
                    part, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return folder;
    }
}
