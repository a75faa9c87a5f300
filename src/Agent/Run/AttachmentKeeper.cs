using Microsoft.Extensions.Logging;
using TestFlock.Contracts;

namespace TestFlock.Agent.Run;

/// <summary>
/// Moves attached files that lie in the run's working folder, which will be removed, beside the caller's results. What a test
/// attached from a place of its own stays there, as natively.
/// </summary>
internal sealed partial class AttachmentKeeper(string workFolder, string resultsFolder, ILogger<AttachmentKeeper> logger)
{
    private readonly string _workFolder = Path.GetFullPath(workFolder) + Path.DirectorySeparatorChar;

    public IReadOnlyList<AttachmentSet> Keep(IReadOnlyList<AttachmentSet> sets) =>
        sets.Count == 0 ? sets : [.. sets.Select(s => s with { Items = [.. s.Items.Select(Keep)] })];

    private Attachment Keep(Attachment attachment)
    {
        if (!Path.GetFullPath(attachment.Path).StartsWith(_workFolder, StringComparison.Ordinal))
            return attachment;

        // A folder of its own for each file: data collectors give the same name to every process' file.
        var folder = Path.Combine(resultsFolder, Guid.NewGuid().ToString());
        var kept = Path.Combine(folder, Path.GetFileName(attachment.Path));
        try
        {
            Directory.CreateDirectory(folder);
            File.Copy(attachment.Path, kept);
            return attachment with { Path = kept };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotKept(logger, attachment.Path, resultsFolder, e);
            return attachment;
        }
    }

    [LoggerMessage(301, LogLevel.Error, "The attachment {File} could not be copied to {Folder}; it stays where it is")]
    private static partial void NotKept(ILogger logger, string file, string folder, Exception exception);
}
