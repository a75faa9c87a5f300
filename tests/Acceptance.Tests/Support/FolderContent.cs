namespace TestFlock.Acceptance.Tests.Support;

public static class FolderContent
{
    /// <summary>All files below the folder, as sorted relative paths with slashes.</summary>
    public static IReadOnlyList<string> Of(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)]
            : [];

    /// <summary>When each file was last written, to see what a build touched.</summary>
    public static IReadOnlyDictionary<string, DateTime> WriteTimesOf(string folder) =>
        Of(folder).ToDictionary(file => file, file => File.GetLastWriteTimeUtc(Path.Combine(folder, file)));
}
