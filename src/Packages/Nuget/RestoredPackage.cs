namespace TestFlock.Packages.Nuget;

/// <summary>A published package on this machine, which nobody removes until it is disposed.</summary>
public sealed class RestoredPackage : IDisposable
{
    private const string UseFile = ".testflock-use";

    private readonly FileStream _use;

    private RestoredPackage(string folder, FileStream use) => (Folder, _use) = (folder, use);

    /// <summary>Full path, with everything that is in the package.</summary>
    public string Folder { get; }

    public void Dispose() => _use.Dispose();

    /// <summary>Keeps it, and notes that it is used now.</summary>
    /// <exception cref="IOException">It is being removed at this moment, or has no folder.</exception>
    internal static RestoredPackage Use(string folder, DateTimeOffset now)
    {
        var file = Path.Combine(folder, UseFile);
        if (!File.Exists(file))
            File.WriteAllBytes(file, []);
        var use = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        File.SetLastWriteTimeUtc(file, now.UtcDateTime);
        return new RestoredPackage(folder, use);
    }

    /// <summary>When it was used last; null for what no one has used yet.</summary>
    internal static DateTimeOffset? LastUse(string folder)
    {
        var file = new FileInfo(Path.Combine(folder, UseFile));
        return file.Exists ? file.LastWriteTimeUtc : null;
    }

    /// <summary>Removes it unless somebody uses it.</summary>
    internal static bool TryRemove(string folder)
    {
        try
        {
            using (new FileStream(
                Path.Combine(folder, UseFile), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
                // Without it NuGet takes nothing here for a package; on Windows the folder cannot go while the file is
                // open.
                File.Delete(Path.Combine(folder, NugetPackages.Sign));
            }

            Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // In use, or on Windows held open by somebody else: the next restore tries again.
            return false;
        }
    }
}
