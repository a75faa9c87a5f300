using TestFlock.Agent.Machine;
using TestFlock.Contracts;

namespace TestFlock.Agent.Run;

/// <summary>
/// Where a run keeps its log and its calls' files: gone with a run in which nothing went wrong, kept otherwise, and
/// removed by a later run after a week.
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
        PrivateFolders.RemoveOld(all, time.GetUtcNow() - KeptFor);
        return new RunFolder(PrivateFolders.Create(System.IO.Path.Combine(all, run.Value)));
    }

    public void Remove() => PrivateFolders.TryRemove(Path);
}
