using System.Diagnostics;

namespace TestFlock.Execution.ProcessTrees;

/// <summary>
/// On macOS: a process group of its own, and the descendants of the root. What left both (a daemon) lives on. Not
/// tried yet.
/// </summary>
internal sealed class MacProcessTree : IProcessTree
{
    private const string Perl = "/usr/bin/perl";

    private static readonly bool HasPerl = File.Exists(Perl);

    private MacProcessTree(Process root) => Root = root;

    public Process Root { get; }

    public bool? HasChildren => null;

    public static MacProcessTree Start(ProcessStartInfo start)
    {
        // Nothing in .NET starts a process group, and macOS has no setsid command. Perl replaces itself by the program.
        if (HasPerl)
            ProcessTree.Wrap(start, Perl, "-e", "setpgrp(0, 0); exec { $ARGV[0] } @ARGV or die $!");
        return new MacProcessTree(Process.Start(start)!);
    }

    public void Kill()
    {
        if (!Root.HasExited)
            Root.Kill(entireProcessTree: true);
        if (HasPerl)
            UnixSignals.Kill(-Root.Id);
    }

    public void Dispose() => Root.Dispose();
}
