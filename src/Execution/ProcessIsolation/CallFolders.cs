using Microsoft.Extensions.Logging;
using TestFlock.Contracts;

namespace TestFlock.Execution.ProcessIsolation;

/// <summary>
/// The call folders of one slot. Those of a batch live until the next batch begins, or the slot ends: by then its results were
/// taken. Those of calls in which something went wrong are kept.
/// </summary>
internal sealed partial class CallFolders(string slotFolder, ILogger<CallFolders> logger)
{
    private readonly List<CallFolder> _done = [];
    private int _calls;

    public CallFolder Create(IReadOnlyList<TestCase> cases, string settingsXml) =>
        CallFolder.Create(Path.Combine(slotFolder, $"call-{++_calls}"), cases, settingsXml);

    /// <summary>Nothing went wrong in the call; its folder may go once the batch is done.</summary>
    public void Release(CallFolder folder) => _done.Add(folder);

    public void DeleteReleased()
    {
        foreach (var folder in _done)
        {
            try
            {
                folder.Delete();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A file that a test left open, on Windows; it costs disk space, no result.
                NotDeleted(logger, folder.Path, e);
            }
        }

        _done.Clear();
    }

    [LoggerMessage(31, LogLevel.Warning, "The folder {Folder} of a finished call could not be deleted")]
    private static partial void NotDeleted(ILogger logger, string folder, Exception exception);
}
