namespace TestFlock.Packages.Cache;

/// <summary>
/// What packages bring for other operating systems: assets below <c>runtimes/</c> and a runtime identifier, which no
/// .NET program looks for here. Processors are not told apart: an agent's machine may run programs of several.
/// </summary>
internal static class OtherSystems
{
    private const string Folder = "runtimes/";

    // By the begin of the runtime identifier; what is not known may be for this system.
    private static readonly (string Prefix, bool IsThis)[] Systems =
    [
        ("win", OperatingSystem.IsWindows()),
        ("osx", OperatingSystem.IsMacOS()),
        ("unix", !OperatingSystem.IsWindows()),
        .. new[] { "linux", "alpine", "centos", "debian", "fedora", "opensuse", "rhel", "sles", "ubuntu" }.Select(
            name => (name, OperatingSystem.IsLinux())),
        ("freebsd", OperatingSystem.IsFreeBSD()),
        ("illumos", false),
        ("solaris", false),
    ];

    /// <param name="path">Of a package.</param>
    public static bool Need(string path)
    {
        if (!path.StartsWith(Folder, StringComparison.Ordinal))
            return false;
        var identifier = path.AsSpan(Folder.Length);
        foreach (var (prefix, isThis) in Systems)
        {
            if (identifier.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return !isThis;
        }

        return false;
    }
}
