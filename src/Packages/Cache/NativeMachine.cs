using System.Runtime.InteropServices;

namespace TestFlock.Packages.Cache;

/// <summary>
/// What a package's assets below <c>runtimes/</c> and a runtime identifier must be for, so that a .NET program on this
/// machine may look for them.
/// </summary>
/// <param name="System">win, osx, linux or freebsd.</param>
/// <param name="Processors">All whose programs it runs, as runtime identifiers name them.</param>
/// <param name="IsMusl">Whether its C library is musl.</param>
internal sealed record NativeMachine(string System, IReadOnlySet<string> Processors, bool IsMusl)
{
    private const string Folder = "runtimes/";

    // By the begin of the runtime identifier; what is not known may be for any machine.
    private static readonly (string Prefix, string System)[] Systems =
    [
        ("win", "win"),
        ("osx", "osx"),
        ("freebsd", "freebsd"),
        ("illumos", "illumos"),
        ("solaris", "solaris"),
        .. new[] { "linux", "alpine", "centos", "debian", "fedora", "opensuse", "rhel", "sles", "ubuntu" }.Select(
            name => (name, "linux")),
    ];

    private static readonly string[] KnownProcessors =
        ["x64", "x86", "arm64", "arm", "armel", "armv6", "s390x", "ppc64le", "loongarch64", "riscv64", "mips64"];

    public static NativeMachine Own { get; } = Create();

    /// <param name="path">Of a file of a package.</param>
    public bool MayUse(string path)
    {
        if (!path.StartsWith(Folder, StringComparison.Ordinal))
            return true;
        var identifier = path[Folder.Length..].Split('/')[0].ToLowerInvariant();
        var (_, system) = Array.Find(Systems, s => identifier.StartsWith(s.Prefix, StringComparison.Ordinal));
        if (system is not null && system != System)
            return false;
        if (identifier.StartsWith("unix", StringComparison.Ordinal) && System == "win")
            return false;
        var parts = identifier.Split('-');
        return (!KnownProcessors.Contains(parts[^1]) || Processors.Contains(parts[^1]))
            && (IsMusl || !parts.Contains("musl"))
            && !parts.Contains("bionic");
    }

    // Beside its own, Windows runs programs of older processors, and macOS on Arm those for Intel.
    private static NativeMachine Create()
    {
        var processors = new HashSet<string>
        {
            NameOf(RuntimeInformation.OSArchitecture),
            NameOf(RuntimeInformation.ProcessArchitecture),
        };
        if (OperatingSystem.IsWindows())
            processors.Add("x86");
        if (processors.Contains("arm64") && (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()))
            processors.Add("x64");
        if (processors.Contains("arm64") && OperatingSystem.IsLinux())
            processors.Add("arm");
        var system = OperatingSystem.IsWindows() ? "win"
            : OperatingSystem.IsMacOS() ? "osx"
            : OperatingSystem.IsFreeBSD() ? "freebsd"
            : "linux";
        return new NativeMachine(
            system, processors, RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal));
    }

    private static string NameOf(Architecture architecture) => architecture.ToString().ToLowerInvariant();
}
