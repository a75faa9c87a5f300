namespace TestFlock.Testing;

/// <summary>A test that mounts a small disk: left out, and counted as skipped, where this user may not mount one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
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
            if (SmallDisk.Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder) != 0)
                return "This user may not mount a disk.";
            return SmallDisk.Run("umount", folder) == 0 ? null : "This user may not take a disk off again.";
        }
        finally
        {
            Directory.Delete(folder);
        }
    }
}
