using TestFlock.Core.Packages;

namespace TestFlock.Packages.Cache;

/// <summary>
/// Puts a package's files where tests can run in them. Assemblies and native libraries, which are most of the bytes and
/// which nobody writes to, become second names of the cache's files; everything else is copied, since tests do write
/// into their data.
/// </summary>
internal static class PackageLayout
{
    private const UnixFileMode Writable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute
        | UnixFileMode.OtherExecute;

    private static readonly HashSet<string> Linked =
        new([".dll", ".exe", ".pdb", ".so", ".dylib", ".node", ".wasm", ".winmd"], StringComparer.OrdinalIgnoreCase);

    /// <param name="files">Checked: every path stays below the folder.</param>
    /// <param name="blobs">Has every file.</param>
    /// <param name="folder">Is made.</param>
    /// <exception cref="FileNotFoundException">A file went from the cache meanwhile.</exception>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public static void LayOut(IReadOnlyList<PackageFile> files, BlobFolder blobs, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var below in files.Select(f => Path.GetDirectoryName(f.Path)!).Distinct())
            Directory.CreateDirectory(Path.Combine(folder, below));
        foreach (var file in files)
        {
            var (blob, path) = (blobs.PathOf(file), Path.Combine(folder, file.Path));
            if (!Linked.Contains(Path.GetExtension(file.Path)) || !HardLink.TryCreate(blob, path))
                Copy(blob, path, file.IsExecutable);
        }
    }

    private static void Copy(string blob, string path, bool isExecutable)
    {
        try
        {
            File.Copy(blob, path);
        }
        catch (DirectoryNotFoundException e)
        {
            throw new FileNotFoundException(e.Message, blob, e);
        }

        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, isExecutable ? Writable | Executable : Writable);
    }
}
