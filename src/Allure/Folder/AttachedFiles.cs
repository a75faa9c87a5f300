using Microsoft.Extensions.Logging;
using TestFlock.Allure.Format;
using TestFlock.Contracts;

namespace TestFlock.Allure.Folder;

/// <summary>
/// Copies what tests attached into the results folder, at once: it may be gone when the test is over.
/// </summary>
/// <param name="folder">Where to.</param>
/// <param name="fetch">Brings what lies on another machine here.</param>
/// <param name="logger">Hears of files that are lost.</param>
internal sealed partial class AttachedFiles(ResultsFolder folder, FetchAttachments fetch, ILogger logger)
{
    // Reports refuse names of files that they find odd; what is longer than any real ending is part of a name.
    private const int LongestEnding = 16;

    public async ValueTask<IReadOnlyList<AllureAttachment>> CopyAsync(
        IReadOnlyList<AttachmentSet> sets, CancellationToken cancellationToken)
    {
        if (sets.Count == 0)
            return [];
        var here = sets.Any(set => set.Items.Any(item => item.Stored is not null))
            ? await fetch(sets, cancellationToken)
            : sets;
        var copied = new List<AllureAttachment>();
        foreach (var item in here.SelectMany(set => set.Items))
        {
            if (TryCopy(item.Path, NameOf(item)) is { } attachment)
                copied.Add(attachment);
        }

        return copied;
    }

    /// <returns>Null when the file cannot be read; then the log says so.</returns>
    public AllureAttachment? TryCopy(string path, string name)
    {
        try
        {
            var ending = EndingOf(path);
            var source = $"{folder.NewId()}-attachment{ending}";

            // A test, or the log's own writer, may still write to it.
            using var file = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            folder.Write(source, file.CopyTo);
            return new AllureAttachment(name, source, MediaTypes.Of(ending));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException
            || (e is IOException or UnauthorizedAccessException && !CanRead(path)))
        {
            NotCopied(logger, path, e);
            return null;
        }
    }

    private static bool CanRead(string path)
    {
        try
        {
            using var file = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string NameOf(Attachment item) =>
        string.IsNullOrWhiteSpace(item.Description) || item.Description == item.Path
            ? FileNameOf(item.Path)
            : item.Description;

    private static string EndingOf(string path)
    {
        var ending = Path.GetExtension(FileNameOf(path));
        return ending.Length is > 1 and <= LongestEnding && ending[1..].All(char.IsAsciiLetterOrDigit) ? ending : "";
    }

    private static string FileNameOf(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    [LoggerMessage(701, LogLevel.Warning, "The attachment {Path} cannot be read, and is not in the Allure results")]
    private static partial void NotCopied(ILogger logger, string path, Exception exception);
}
