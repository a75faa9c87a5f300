namespace TestFlock.Bench.Packages;

/// <summary>
/// A test output of some size: assemblies of this machine's .NET, which shrink and hash as any team's do.
/// </summary>
internal sealed class Suite
{
    private Suite(string folder, int files, long bytes) => (Folder, Files, Bytes) = (folder, files, bytes);

    public string Folder { get; }

    public int Files { get; }

    public long Bytes { get; }

    public static Suite Create(string folder, long megabytes)
    {
        var root = new DirectoryInfo(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory())
            .Parent!.Parent!.Parent!;
        Directory.CreateDirectory(folder);
        var (files, bytes) = (0, 0L);
        foreach (var assembly in root.EnumerateFiles("*.dll", SearchOption.AllDirectories).OrderBy(
            f => f.FullName, StringComparer.Ordinal))
        {
            if (bytes >= megabytes * 1024 * 1024)
                break;
            assembly.CopyTo(Path.Combine(folder, $"{files++:0000}.{assembly.Name}"));
            bytes += assembly.Length;
        }

        File.WriteAllText(Path.Combine(folder, "Suite.runtimeconfig.json"), "{}");
        return new Suite(folder, files + 1, bytes);
    }

    /// <summary>As a build does: one assembly has other bytes.</summary>
    public void BuildAnew()
    {
        var assembly = new DirectoryInfo(Folder).EnumerateFiles("*.dll").OrderBy(f => Math.Abs(f.Length - 200_000))
            .First().FullName;
        var bytes = File.ReadAllBytes(assembly);
        Random.Shared.NextBytes(bytes.AsSpan(128, 16));
        File.WriteAllBytes(assembly, bytes);
    }
}
