using Microsoft.Extensions.Logging;
using TestFlock.Contracts;

namespace TestFlock.Execution.Calls;

/// <summary>
/// The folders of one slot's calls and hosts. What is released lives until the next batch begins, or the slot ends:
/// by then the results were taken, whose attachments may lie in it. What is not released, since something went wrong,
/// is kept.
/// </summary>
internal sealed partial class CallFolders(string slotFolder, ILogger<CallFolders> logger)
{
    private readonly List<string> _done = [];
    private int _calls;
    private int _hosts;

    public CallFolder Create(IReadOnlyList<TestCase> cases, bool stopsAtFailure, string settingsXml) =>
        CallFolder.Create(Path.Combine(slotFolder, $"call-{++_calls}"), cases, stopsAtFailure, settingsXml);

    public HostFolder CreateForHost() => HostFolder.Create(Path.Combine(slotFolder, $"host-{++_hosts}"));

    /// <summary>Nothing went wrong; the folder may go once the batch is done.</summary>
    public void Release(string folder) => _done.Add(folder);

    public void DeleteReleased()
    {
        foreach (var folder in _done)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A file that a test left open, on Windows; it costs disk space, no result.
                NotDeleted(logger, folder, e);
            }
        }

        _done.Clear();
    }

    [LoggerMessage(31, LogLevel.Warning, "The folder {Folder} of a finished call or host could not be deleted")]
    private static partial void NotDeleted(ILogger logger, string folder, Exception exception);
}
