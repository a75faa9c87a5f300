using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Agent.Run;
using TestFlock.Contracts;
using TestFlock.Core.Packages;
using TestFlock.Packages.Running;
using TestFlock.Packages.Stores;

namespace TestFlock.Agent.Tests.Run;

public sealed class AttachmentKeeperTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testflock-attachments-").FullName;

    [Fact]
    public async Task KeepAsync_file_that_the_store_does_not_have_is_left_out_and_told()
    {
        using var told = new MemoryStream();
        var adapter = new AdapterLink(Stream.Null, told);
        var keeper = new AttachmentKeeper(
            Path.Combine(_folder, "work"),
            Path.Combine(_folder, "results"),
            new OneStore(Path.Combine(_folder, "store")),
            store: null,
            adapter,
            NullLogger<AttachmentKeeper>.Instance);
        var lost = new StoredContent { Name = "attachments/gone", Hash = new string('a', 64), Size = 3 };

        var kept = await keeper.KeepAsync(
            [
                new AttachmentSet
                {
                    Uri = "executor://any",
                    DisplayName = "files",
                    Items = [new Attachment { Path = "/agent/screen shot.png", Stored = lost }],
                },
            ],
            CancellationToken.None);
        await adapter.TellLastAsync(new RunEnded { Cancelled = false });

        kept.ShouldBeEmpty();
        told.Position = 0;
        var messages = new List<CoordinatorMessage>();
        var reader = new MessageReader<CoordinatorMessage>(told, WireFormats.Coordinator);
        await foreach (var message in reader.ReadAllAsync())
            messages.Add(message);
        messages[0].ShouldBeOfType<RunNote>().ShouldSatisfyAllConditions(
            note => note.Level.ShouldBe(NoteLevel.Warning),
            note => note.Text.ShouldContain("the attachment screen shot.png of an agent could not be fetched"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class OneStore(string folder) : IPackageStores
    {
        public Task<IContentStore> OpenAsync(string? address, CancellationToken cancellationToken) =>
            Task.FromResult<IContentStore>(new DirectoryContentStore(folder, TimeProvider.System));
    }
}
