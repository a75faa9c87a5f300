using TestFlock.Core.History;
using TestFlock.Core.Resuming;

namespace TestFlock.Local.Resuming;

/// <summary>
/// One text file for each run in a folder of the user's, on the machine where the run was asked for: it outlives a
/// coordinator that is killed, and needs no server.
/// </summary>
/// <param name="folder">Made when needed.</param>
/// <param name="time">The clock.</param>
public sealed class RunJournals(string folder, TimeProvider time)
{
    /// <summary>In place of an id: the newest run of the suite.</summary>
    public const string Last = "last";

    private const string Extension = ".run";
    private const string Magic = "testflock-run-1 ";

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>Where the user's programs keep what is not configuration.</summary>
    public static string DefaultFolder { get; } = Path.Combine(
        Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData,

            // A new user, or a container, does not have it yet.
            Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } data
            ? data
            : Path.GetTempPath(),
        "testflock",
        "runs");

    /// <summary>Where a run writes what becomes of its tests; journals older than a week are removed.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public RunJournal Create(string run, string suite)
    {
        Directory.CreateDirectory(folder);
        var before = (time.GetUtcNow() - KeptFor).UtcDateTime;
        foreach (var old in Directory.EnumerateFiles(folder, "*" + Extension)
            .Where(file => File.GetLastWriteTimeUtc(file) < before).ToArray())
            File.Delete(old);
        return new RunJournal(Path.Combine(folder, run + Extension), Magic + suite, time);
    }

    /// <param name="wanted">An id, or <see cref="Last"/>; several, separated by commas.</param>
    /// <param name="suite">That of the run which takes it up: of several, its own is taken.</param>
    /// <param name="problem">For people, when there is no such run.</param>
    public EarlierRun? Find(string wanted, string suite, out string problem)
    {
        problem = "";
        try
        {
            var found = wanted.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(FilesFor).Where(file => IsOf(file, suite)).OrderByDescending(File.GetLastWriteTimeUtc)
                .FirstOrDefault();
            if (found is not null)
                return Read(found);
            problem = $"there is no journal of run {wanted} of the suite '{suite}' in {folder}. It is kept for a week "
                + "on the machine where the run was asked for; the id is the one that the run told.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = $"the journal of run {wanted} in {folder} cannot be read: {e.Message}";
        }

        return null;
    }

    private IEnumerable<string> FilesFor(string id)
    {
        if (!Directory.Exists(folder))
            return [];
        if (id.Equals(Last, StringComparison.OrdinalIgnoreCase))
            return Directory.EnumerateFiles(folder, "*" + Extension);
        var file = Path.Combine(folder, Path.GetFileName(id) + Extension);
        return File.Exists(file) ? [file] : [];
    }

    private static bool IsOf(string file, string suite) => File.ReadLines(file).FirstOrDefault() == Magic + suite;

    private static EarlierRun Read(string file)
    {
        var tests = new List<(TestKey Key, EarlierOutcome Test)>();
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            if (JournalLine.TryRead(line, out var key, out var test))
                tests.Add((key, test));
        }

        return new EarlierRun(
            Path.GetFileNameWithoutExtension(file), tests.ToLookup(test => test.Key, test => test.Test));
    }
}
