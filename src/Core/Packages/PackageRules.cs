using System.Globalization;

namespace TestFlock.Core.Packages;

/// <summary>What must hold for all files of a package together.</summary>
internal static class PackageRules
{
    private const int MostNamed = 10;

    /// <exception cref="PackageException">Something does not hold.</exception>
    public static void Check(IReadOnlyList<PackageFile> files)
    {
        if (files.Count > PackageLimits.MostFiles)
        {
            throw Broken(string.Create(CultureInfo.InvariantCulture,
                $"It holds {files.Count} files; up to {PackageLimits.MostFiles} are allowed. The first "
                    + $"of them: {files[0].Path}."));
        }

        var faults = FindFaults(files).Take(MostNamed + 1).ToArray();
        if (faults.Length > MostNamed)
            faults[MostNamed] = "…";
        if (faults.Length > 0)
            throw Broken(string.Join(Environment.NewLine, faults));
    }

    private static IEnumerable<string> FindFaults(IReadOnlyList<PackageFile> files)
    {
        var taken = new Dictionary<string, (string, string)>();
        var total = 0L;
        foreach (var file in files)
        {
            if (PackagePath.FindFault(file.Path) is { } fault)
                yield return $"'{Shown(file.Path)}' {fault}.";
            else if (FindClash(taken, file.Path) is { } other)
                yield return $"'{file.Path}' and '{other}' are one file where case or composition of letters makes "
                    + "no difference, or one is the other's folder.";
            if (file.Size is < 0 or > PackageLimits.LargestFile)
                yield return $"'{Shown(file.Path)}' has {file.Size} bytes; up to "
                    + $"{PackageLimits.LargestFile} are allowed.";
            else if ((total += file.Size) is > PackageLimits.LargestPackage
                && total - file.Size <= PackageLimits.LargestPackage)
                yield return $"With '{Shown(file.Path)}' the files have more than "
                    + $"{PackageLimits.LargestPackage} bytes together.";
        }
    }

    /// <summary>Every folder of a path is taken as a folder, spelled one way; the path itself as a file.</summary>
    /// <returns>The path that is in the way; null when none is.</returns>
    private static string? FindClash(Dictionary<string, (string Spelling, string Path)> taken, string path)
    {
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            var folder = path[..slash];
            if (taken.TryGetValue(PackagePath.Fold(folder), out var file))
                return file.Path;
            var key = PackagePath.Fold(folder) + "/";
            if (!taken.TryAdd(key, (folder, path)) && taken[key].Spelling != folder)
                return taken[key].Path;
        }

        if (taken.TryGetValue(PackagePath.Fold(path) + "/", out var sameFolder))
            return sameFolder.Path;
        return taken.TryAdd(PackagePath.Fold(path), (path, path)) ? null : taken[PackagePath.Fold(path)].Path;
    }

    private static PackageException Broken(string what) => new(
        $"The test output cannot be a package. Leave out what the tests do not need with <Package Exclude=\"…\">, "
            + $"or rename it.{Environment.NewLine}{what}");

    private static string Shown(string path) =>
        string.Concat((path.Length <= 120 ? path : path[..120] + "…").Select(Printable));

    private static char Printable(char c) => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c;
}
