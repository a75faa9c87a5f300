using TestFlock.Contracts;

namespace TestFlock.Agent.Run;

/// <summary>
/// Where a run keeps its log and its calls' files: gone with a run in which nothing went wrong, kept otherwise, and removed by a
/// later run after a week.
/// </summary>
internal sealed class RunFolder
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    private RunFolder(string path) => Path = path;

    public string Path { get; }

    public string LogFile => System.IO.Path.Combine(Path, "coordinator.log");

    public static RunFolder Create(RunId run, TimeProvider time)
    {
        var all = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "testflock");
        RemoveOld(all, time.GetUtcNow() - KeptFor);
        return new RunFolder(CreatePrivate(System.IO.Path.Combine(all, run.Value)));
    }

    public void Remove() => TryRemove(Path);

    // Results and settings may hold what others on the machine must not read.
    private static string CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private static void RemoveOld(string all, DateTimeOffset before)
    {
        if (!Directory.Exists(all))
            return;
        foreach (var folder in Directory.EnumerateDirectories(all).Where(f => Directory.GetLastWriteTimeUtc(f) < before))
            TryRemove(folder);
    }

    private static void TryRemove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's, or a file still open: a temporary folder too many is no reason to fail a run.
        }
    }
}
