using System.Runtime.InteropServices;

namespace TestFlock.Execution.ProcessTrees;

internal static partial class UnixSignals
{
    private const int Kill9 = 9;

    private static readonly Dictionary<int, string> Names = new()
    {
        [1] = "SIGHUP",
        [2] = "SIGINT",
        [3] = "SIGQUIT",
        [4] = "SIGILL",
        [6] = "SIGABRT",
        [8] = "SIGFPE",
        [9] = "SIGKILL",
        [11] = "SIGSEGV",
        [13] = "SIGPIPE",
        [15] = "SIGTERM",
    };

    /// <summary>
    /// Kills a process, or with a negative number a process group. Who is gone already, or not ours, is left alone.
    /// </summary>
    public static void Kill(int target) => _ = SendSignal(target, Kill9);

    /// <summary>The name of the signal behind an exit code of 128 and more; null when there is none.</summary>
    public static string? NameOf(int exitCode) =>
        exitCode > 128 ? Names.GetValueOrDefault(exitCode - 128, $"signal {exitCode - 128}") : null;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int target, int signal);
}
