using System.Diagnostics;

namespace TestFlock.Execution.ProcessTrees;

/// <summary>
/// On Linux: a session of its own, and the list of processes. Whoever is in the session, or descends from the root,
/// or carries the tree's mark in the environment it was started with, belongs to the tree.
/// </summary>
internal sealed class LinuxProcessTree : IProcessTree
{
    // A process that forks faster than it is found would go on for ever; each pass kills all that it sees.
    private const int MostPasses = 20;

    private static readonly string? SetSid = Array.Find(["/usr/bin/setsid", "/bin/setsid"], File.Exists);

    private readonly string _mark;

    private LinuxProcessTree(Process root, string mark)
    {
        Root = root;
        _mark = $"{ProcessTree.Mark}={mark}";
    }

    public Process Root { get; }

    public bool? HasChildren => LinuxProcess.All().Exists(p => p.ParentId == Root.Id);

    public static LinuxProcessTree Start(ProcessStartInfo start, string mark)
    {
        // Nothing in .NET starts a session. The tool replaces itself by the program, so the process id stays. Without
        // it a Ctrl-C in the terminal reaches the tests too; all else works.
        if (SetSid is not null)
            ProcessTree.Wrap(start, SetSid);
        return new LinuxProcessTree(Process.Start(start)!, mark);
    }

    public void Kill()
    {
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var members = Members();
            if (members.Count == 0)
                return;
            foreach (var member in members)
                UnixSignals.Kill(member);
        }
    }

    public void Dispose() => Root.Dispose();

    private List<int> Members()
    {
        var all = LinuxProcess.All();
        var members = new HashSet<int>();
        if (!Root.HasExited)
            members.Add(Root.Id);

        // Parents come before children often, not always: until nobody is added.
        while (all.RemoveAll(p => IsMember(p, members) && members.Add(p.Id)) > 0)
        {
        }

        return [.. members];
    }

    private bool IsMember(LinuxProcess process, HashSet<int> members) =>
        members.Contains(process.Id)
        || members.Contains(process.ParentId)
        || (SetSid is not null && process.SessionId == Root.Id)
        || process.HasInEnvironment(_mark);
}
