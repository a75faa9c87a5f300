using System.Diagnostics;

namespace TestFlock.Packages.Tests.Support;

/// <summary>A test that mounts a small disk: left out, and counted as skipped, where this user may not mount one.</summary>
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    private static readonly string? Obstacle = FindObstacle();

    public SmallDiskFactAttribute() => Skip = Obstacle;

    private static string? FindObstacle()
    {
        if (!OperatingSystem.IsLinux())
            return "Disks are mounted so on Linux only.";
        var folder = Directory.CreateTempSubdirectory("testflock-disk-").FullName;
        try
        {
            if (Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder) != 0)
                return "This user may not mount a disk.";
            return Run("umount", folder) == 0 ? null : "This user may not take a disk off again.";
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
