using TestFlock.Core.Packages;

namespace TestFlock.Packages.Making;

/// <summary>Finds the files of a test output that make the package, and what cannot be part of one.</summary>
internal sealed class OutputScan(IReadOnlyList<PathPattern> leftOut)
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute
        | UnixFileMode.OtherExecute;

    private readonly List<OutputFile> _files = [];
    private readonly List<string> _faults = [];

    /// <summary>Files that no pattern leaves out.</summary>
    public IReadOnlyList<OutputFile> Files => _files;

    /// <summary>How many files patterns left out, without those in folders left out as a whole.</summary>
    public int LeftOut { get; private set; }

    /// <exception cref="PackageException">Something in the folder cannot be part of a package.</exception>
    public static OutputScan Of(string folder, IReadOnlyList<PathPattern> leftOut)
    {
        var scan = new OutputScan(leftOut);
        try
        {
            scan.Enter(new DirectoryInfo(folder), "");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PackageException($"The test output {folder} cannot be read: {e.Message}", e);
        }

        return scan._faults.Count == 0
            ? scan
            : throw new PackageException(
                $"The test output {folder} cannot be a package. Leave these out with <Package Exclude=\"…\">, or "
                    + "put files in their place:"
                + Environment.NewLine + string.Join(Environment.NewLine, scan._faults.Take(10)));
    }

    private void Enter(DirectoryInfo directory, string prefix)
    {
        foreach (var entry in directory.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var path = prefix + entry.Name;
            var target = entry.LinkTarget is null ? entry : entry.ResolveLinkTarget(returnFinalTarget: true);
            if (IsLeftOut(path, isFolder: target is DirectoryInfo))
                LeftOut += target is DirectoryInfo ? 0 : 1;
            else if (target is DirectoryInfo && entry.LinkTarget is { } link)
                _faults.Add($"'{path}' is a link to the folder {link}.");
            else if (target is DirectoryInfo)
                Enter((DirectoryInfo)entry, path + "/");
            else if (target is FileInfo { Exists: true } file)
                _files.Add(new OutputFile(path, file.FullName, file.Length, file.LastWriteTimeUtc, IsExecutable(file)));
            else
                _faults.Add($"'{path}' is a link to {entry.LinkTarget}, where nothing is.");
        }
    }

    private bool IsLeftOut(string path, bool isFolder) => leftOut.Any(p => p.Matches(isFolder ? path + "/" : path));

    private static bool IsExecutable(FileInfo file) =>
        !OperatingSystem.IsWindows() && (file.UnixFileMode & AnyExecute) != 0;
}
