using TestFlock.Core.Quarantines;

namespace TestFlock.Agent.Run;

/// <summary>Finds and reads the list of tests whose failures do not fail the run.</summary>
internal static class QuarantineFile
{
    // Thousands of entries; whatever is larger is another file.
    private const long LongestFile = 4 << 20;

    /// <param name="file">As the settings name it.</param>
    /// <param name="source">A test assembly, in whose folder and above which a relative name is looked for.</param>
    /// <param name="today">In UTC.</param>
    /// <exception cref="RunRefusedException">It is not there, or cannot be read.</exception>
    public static Quarantine Read(string file, string source, DateOnly today)
    {
        var path = Find(file, source)
            ?? throw Refused(file,
                $"it was not found in {Path.GetDirectoryName(source)} or above. Give a full path, or take it out.");
        try
        {
            if (new FileInfo(path).Length > LongestFile)
                throw Refused(path, $"it is larger than {LongestFile >> 20} MiB. Is it the right file?");
            var entries = QuarantineText.Read(File.ReadAllBytes(path), out var errors);
            return errors.Count == 0
                ? new Quarantine(entries, today)
                : throw new RunRefusedException([.. errors.Select(error => $"<Quarantine File> {path}: {error}")]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, $"it cannot be read: {e.Message}");
        }
    }

    private static string? Find(string file, string source)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(source));
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var candidate = Path.Combine(folder, file);
            if (File.Exists(candidate))
                return candidate;
        }

        return null;
    }

    private static RunRefusedException Refused(string file, string problem) =>
        new([$"<Quarantine File> {file}: {problem}"]);
}
