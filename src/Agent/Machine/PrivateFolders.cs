namespace TestFlock.Agent.Machine;

/// <summary>Folders for what others on the machine must not read: results and settings.</summary>
internal static class PrivateFolders
{
    public static string Create(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>Removes what is directly below and was not written to since.</summary>
    public static void RemoveOld(string all, DateTimeOffset before)
    {
        if (!Directory.Exists(all))
            return;
        foreach (
            var folder in Directory.EnumerateDirectories(all).Where(f => Directory.GetLastWriteTimeUtc(f) < before))
            TryRemove(folder);
    }

    public static void TryRemove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's, or a file still open: a temporary folder too many is no reason to fail.
        }
    }
}
