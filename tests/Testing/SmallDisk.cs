using System.Diagnostics;

namespace TestFlock.Testing;

/// <summary>A disk in memory that is soon full; for tests that are <see cref="SmallDiskFactAttribute"/>s.</summary>
public sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    /// <param name="path">A folder to be; the disk is in it until this is disposed of.</param>
    /// <param name="size">As mount says it: <c>2m</c>.</param>
    public static SmallDisk Mount(string path, string size)
    {
        Directory.CreateDirectory(path);
        Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", path).ShouldBe(
            0, "the tests of a full disk need the right to mount one");
        return new SmallDisk(path);
    }

    /// <summary>Nobody can write any more, whoever he is.</summary>
    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", Path).ShouldBe(0);

    public void Dispose() => Run("umount", Path).ShouldBe(0);

    /// <returns>The exit code.</returns>
    internal static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
