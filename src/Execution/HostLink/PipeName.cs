using System.Security.Cryptography;

namespace TestFlock.Execution.HostLink;

/// <summary>Names that nobody else on this machine listens at, or can guess.</summary>
internal static class PipeName
{
    // The address of a Unix socket has room for 104 bytes on macOS and 108 on Linux.
    private const int LongestFolder = 80;

    public static string Unused()
    {
        var name = $"tf-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        if (OperatingSystem.IsWindows())
            return name;

        var folder = Path.GetTempPath();
        return Path.Combine(folder.Length <= LongestFolder ? folder : "/tmp", name);
    }
}
