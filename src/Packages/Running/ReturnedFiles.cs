using TestFlock.Contracts;
using TestFlock.Core.Packages;

namespace TestFlock.Packages.Running;

/// <summary>
/// Puts attached files into the run's store before anybody is told of them: the caller does not see this machine's
/// disk, and the files may be gone by the time it would look.
/// </summary>
internal sealed class ReturnedFiles(IPackageStores stores, RunManifest manifest, Func<AgentEvent, ValueTask> events)
{
    public async ValueTask TellAsync(AgentEvent happened)
    {
        if (manifest.LargestAttachment is { } most)
        {
            happened = happened switch
            {
                ResultArrived { Result.Attachments.Count: > 0 } arrived =>
                    arrived with
                    {
                        Result = arrived.Result with
                        {
                            Attachments = await ReturnAsync(arrived.Result.Attachments, most),
                        },
                    },
                AttachmentsArrived arrived => arrived with { Sets = await ReturnAsync(arrived.Sets, most) },
                _ => happened,
            };
        }

        await events(happened);
    }

    private async Task<IReadOnlyList<AttachmentSet>> ReturnAsync(IReadOnlyList<AttachmentSet> sets, long most)
    {
        var returned = new List<AttachmentSet>();
        foreach (var set in sets)
        {
            var items = new List<Attachment>();
            foreach (var item in set.Items)
            {
                if (await TryReturnAsync(item, most) is { } stored)
                    items.Add(item with { Stored = stored });
            }

            if (items.Count > 0)
                returned.Add(set with { Items = items });
        }

        return returned;
    }

    /// <returns>Null when it cannot be; the user was told.</returns>
    private async Task<StoredContent?> TryReturnAsync(Attachment item, long most)
    {
        try
        {
            // A test may still write to it.
            await using var file = new FileStream(
                item.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length > most)
            {
                await WarnAsync(
                    item, $"it has {file.Length} bytes and up to {most} are sent: raise <Attachments "
                        + "MostMegabytes=\"…\" />. It stays on the agent until its next batch");
                return null;
            }

            await using var content = new Making.DigestingStream(file);
            await using var packed = OpenTemporary();
            await PackedContent.PackAsync(content, packed, CancellationToken.None);
            var name = new ContentName($"attachment-{Guid.NewGuid():N}");
            packed.Position = 0;
            var store = await stores.OpenAsync(manifest.Store, CancellationToken.None);
            await store.PutAsync(name, packed, CancellationToken.None);
            return new StoredContent { Name = name.Value, Hash = content.Hash.Hex, Size = content.Count };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PackageException)
        {
            await WarnAsync(item, e.Message);
            return null;
        }
    }

    private ValueTask WarnAsync(Attachment item, string why) => events(new AgentNote
    {
        Level = NoteLevel.Warning,
        Text = $"The attachment {item.Path} of {Environment.MachineName} did not come back: {why}",
    });

    private static FileStream OpenTemporary() => new(
        Path.Combine(Path.GetTempPath(), $"testflock-{Guid.NewGuid():N}"),
        FileMode.CreateNew,
        FileAccess.ReadWrite,
        FileShare.None,
        bufferSize: 64 * 1024,
        FileOptions.DeleteOnClose);
}
