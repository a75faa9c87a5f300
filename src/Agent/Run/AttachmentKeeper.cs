using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Packages;
using TestFlock.Packages.Running;

namespace TestFlock.Agent.Run;

/// <summary>
/// Brings attached files beside the caller's results: those that lie in the run's working folder, which will be
/// removed, and those that an agent put into the store. What a test on this machine attached from a place of its own
/// stays there, as natively.
/// </summary>
/// <param name="workFolder">The run's.</param>
/// <param name="resultsFolder">The caller's.</param>
/// <param name="stores">Null where every test runs on this machine.</param>
/// <param name="store">The run's store, as its manifest has it.</param>
/// <param name="adapter">Hears of files that are lost.</param>
/// <param name="logger">The run's log.</param>
internal sealed partial class AttachmentKeeper(
    string workFolder,
    string resultsFolder,
    IPackageStores? stores,
    string? store,
    AdapterLink adapter,
    ILogger<AttachmentKeeper> logger)
{
    // By identity: several reports are told the same result, and a file can be fetched and moved only once.
    private readonly ConditionalWeakTable<IReadOnlyList<AttachmentSet>, IReadOnlyList<AttachmentSet>> _kept = [];
    private readonly string _workFolder = Path.GetFullPath(workFolder) + Path.DirectorySeparatorChar;

    /// <summary>The same for the same list, however often it is asked; by one at a time.</summary>
    public async ValueTask<IReadOnlyList<AttachmentSet>> KeepAsync(
        IReadOnlyList<AttachmentSet> sets, CancellationToken cancellationToken)
    {
        if (sets.Count == 0)
            return sets;
        if (!_kept.TryGetValue(sets, out var kept))
            _kept.Add(sets, kept = await KeepOnceAsync(sets, cancellationToken));
        return kept;
    }

    private async Task<IReadOnlyList<AttachmentSet>> KeepOnceAsync(
        IReadOnlyList<AttachmentSet> sets, CancellationToken cancellationToken)
    {
        var kept = new List<AttachmentSet>();
        foreach (var set in sets)
        {
            var items = new List<Attachment>();
            foreach (var item in set.Items)
            {
                if (item.Stored is null || stores is null)
                    items.Add(Keep(item));
                else if (await TryFetchAsync(item, item.Stored, stores, cancellationToken) is { } fetched)
                    items.Add(fetched);
            }

            if (items.Count > 0)
                kept.Add(set with { Items = items });
        }

        return kept;
    }

    private async Task<Attachment?> TryFetchAsync(
        Attachment item, StoredContent stored, IPackageStores from, CancellationToken cancellationToken)
    {
        // The path is of the agent's operating system.
        var file = item.Path[(item.Path.LastIndexOfAny(['/', '\\']) + 1)..];
        var path = Path.Combine(
            resultsFolder, Guid.NewGuid().ToString(), PackagePath.FindFault(file) is null ? file : "attachment");
        try
        {
            if (!ContentHash.TryParse(stored.Hash, out var hash))
                throw new InvalidDataException($"'{stored.Hash}' is no SHA-256");
            var name = new ContentName(stored.Name);
            var content = await from.OpenAsync(store, cancellationToken);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using (var packed = new FileStream(
                path + ".packed", FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None,
                bufferSize: 64 * 1024, FileOptions.DeleteOnClose))
            await using (var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                if (!await content.TryGetAsync(name, packed, cancellationToken))
                    throw new InvalidDataException($"{content.Name} does not have it any more");
                packed.Position = 0;
                await PackedContent.UnpackAsync(packed, target, hash, stored.Size, cancellationToken);
            }

            await content.RemoveAsync(name, cancellationToken);
            return item with { Path = path, Stored = null };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException
            or PackageException or ArgumentException)
        {
            NotFetched(logger, item.Path, e.Message, e);
            await adapter.TellAsync(new RunNote
            {
                Level = NoteLevel.Warning,
                Text = $"TestFlock: the attachment {file} of an agent could not be fetched, and is left out: "
                    + e.Message,
            });
            return null;
        }
    }

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

    [LoggerMessage(302, LogLevel.Error, "The attachment {File} of an agent could not be fetched, "
        + "and is left out: {Why}")]
    private static partial void NotFetched(ILogger logger, string file, string why, Exception exception);
}
