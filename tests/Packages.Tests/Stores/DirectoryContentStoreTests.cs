using TestFlock.Core.Packages;
using TestFlock.Packages.Stores;
using TestFlock.Packages.Tests.Support;
using TestFlock.Testing;
using TestFlock.Tests.Conformance.Packages;

namespace TestFlock.Packages.Tests.Stores;

public sealed class DirectoryContentStoreTests : ContentStoreConformance, IDisposable
{
    private readonly ScratchFolder _scratch = new();

    private string Folder => Path.Combine(_scratch.Path, "store");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task What_nobody_asked_for_in_a_month_goes_and_what_is_asked_for_stays()
    {
        var time = new ManualTime();
        await using var store = new DirectoryContentStore(Folder, time);
        var (asked, forgotten) = (NewName(), NewName());
        await PutAsync(store, asked, [1]);
        await PutAsync(store, forgotten, [2]);
        await store.FindMissingAsync([asked, forgotten], default);

        time.Advance(TimeSpan.FromDays(20));
        await store.FindMissingAsync([asked], default);
        time.Advance(TimeSpan.FromDays(20));

        (await store.FindMissingAsync([asked], default)).ShouldBeEmpty();
        File.Exists(Path.Combine(Folder, forgotten.Value)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_server_that_is_not_mounted_is_told()
    {
        await using var store = new DirectoryContentStore(
            Path.Combine(_scratch.Path, "mnt", "store"), TimeProvider.System);

        (await Should.ThrowAsync<PackageException>(PutAsync(store, NewName(), [1]))).Message.ShouldContain("mounted");
        (await Should.ThrowAsync<PackageException>(GetAsync(store, NewName()))).Message.ShouldContain("mounted");
    }

    protected override Task<IContentStore> OpenAsync()
    {
        Directory.CreateDirectory(Folder);
        return Task.FromResult<IContentStore>(new DirectoryContentStore(Folder, TimeProvider.System));
    }
}
