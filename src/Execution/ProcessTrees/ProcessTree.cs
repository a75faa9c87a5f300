using System.ComponentModel;
using System.Diagnostics;

namespace TestFlock.Execution.ProcessTrees;

/// <summary>Starts process trees in the way of this operating system.</summary>
internal static class ProcessTree
{
    /// <summary>
    /// An environment variable that every process of a tree inherits, with a value of the tree's own: what left its
    /// family (a daemon) is found by it.
    /// </summary>
    public const string Mark = "TESTFLOCK_CALL";

    /// <param name="start">What to start; its environment gets <see cref="Mark"/>.</param>
    /// <param name="mark">Unique for ever.</param>
    /// <exception cref="Win32Exception">The program cannot be started.</exception>
    public static IProcessTree Start(ProcessStartInfo start, string mark)
    {
        start.Environment[Mark] = mark;
        if (OperatingSystem.IsWindows())
            return WindowsProcessTree.Start(start);
        return OperatingSystem.IsLinux() ? LinuxProcessTree.Start(start, mark) : MacProcessTree.Start(start);
    }

    /// <summary>Another program around the one that <paramref name="start"/> names.</summary>
    internal static void Wrap(ProcessStartInfo start, string program, params string[] arguments)
    {
        start.ArgumentList.Insert(0, start.FileName);
        for (var i = arguments.Length - 1; i >= 0; i--)
            start.ArgumentList.Insert(0, arguments[i]);
        start.FileName = program;
    }
}
