using System.Security.Cryptography;
using System.Text;
using TestFlock.Core.History;

namespace TestFlock.Local.History;

/// <summary>
/// One text file for each suite in a folder of the user's. Of two runs of a suite that end at the very same moment one
/// may be forgotten; a file is never half written, and a line that cannot be read counts as unknown.
/// </summary>
public sealed class FileDurationHistory(string folder, TimeProvider time) : IDurationHistory
{
    private const int KeptDays = 90;

    /// <summary>Where the user's programs keep what is not configuration.</summary>
    public static string DefaultFolder { get; } = Path.Combine(
        Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData,

            // A new user, or a container, does not have it yet.
            Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } data
            ? data
            : Path.GetTempPath(),
        "testflock",
        "history");

    public async Task<SuiteDurations> ReadAsync(string suite, CancellationToken cancellationToken)
    {
        var file = FileOf(suite);
        try
        {
            if (!File.Exists(file))
                return SuiteDurations.Unknown;
            var tests = new Dictionary<TestKey, RecentDurations>();
            await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
            {
                if (DurationLine.TryRead(line, out var key, out var recent))
                    tests[key] = recent;
            }

            return new SuiteDurations(tests);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HistoryException($"{file} cannot be read: {e.Message} Delete it, or give yourself access.", e);
        }
    }

    public async Task RecordAsync(
        string suite, IReadOnlyDictionary<TestKey, TimeSpan> run, CancellationToken cancellationToken)
    {
        var file = FileOf(suite);
        var merged = (await ReadAsync(suite, cancellationToken))
            .With(run, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), KeptDays);
        var written = $"{file}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllLinesAsync(
                written, merged.Tests.Select(test => DurationLine.Write(test.Key, test.Value)), cancellationToken);
            File.Move(written, file, overwrite: true);
        }
        catch (OperationCanceledException)
        {
            File.Delete(written);
            throw;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HistoryException(
                $"{file} cannot be written: {e.Message} Make room, or give yourself access to the folder.", e);
        }
    }

    // A suite's name may hold anything; its hash keeps two names apart that look alike as files.
    private string FileOf(string suite)
    {
        var readable = string.Concat(
            suite.Take(60).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_'));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(suite)).AsSpan(0, 4));
        return Path.Combine(folder, $"{readable}-{hash}.txt");
    }
}
