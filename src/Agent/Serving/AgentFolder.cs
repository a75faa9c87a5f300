using System.Globalization;
using TestFlock.Agent.Machine;

namespace TestFlock.Agent.Serving;

/// <summary>
/// Where one life of an agent keeps its calls' files; what remains of earlier lives is removed after a week.
/// </summary>
internal sealed class AgentFolder
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    private AgentFolder(string path) => Path = path;

    public string Path { get; }

    public static AgentFolder Create(string workFolder, string agent, TimeProvider time)
    {
        var own = System.IO.Path.Combine(
            workFolder, string.Join('_', agent.Split(System.IO.Path.GetInvalidFileNameChars())));
        PrivateFolders.RemoveOld(own, time.GetUtcNow() - KeptFor);
        var life = string.Create(
            CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMdd-HHmmss}-{Environment.ProcessId}");
        return new AgentFolder(PrivateFolders.Create(System.IO.Path.Combine(own, life)));
    }

    /// <summary>Nothing in it was worth keeping.</summary>
    public void RemoveIfEmpty()
    {
        if (!Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Any())
            PrivateFolders.TryRemove(Path);
    }
}
