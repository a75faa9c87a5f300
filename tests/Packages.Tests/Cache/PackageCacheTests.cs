using TestFlock.Core.Packages;
using TestFlock.Packages.Tests.Support;

namespace TestFlock.Packages.Tests.Cache;

public sealed class PackageCacheTests : IAsyncLifetime
{
    private readonly CacheUnderTest _bed = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task LayOutAsync_gives_what_was_uploaded_with_its_rights()
    {
        var identity = await _bed.UploadAsync(("Suite.dll", "code"), ("data/ä.json", "{}"), ("suite", "#!"), ("empty", ""));
        using var cache = _bed.Open();

        var folder = (await cache.LayOutAsync(identity, _bed.Store, default)).Folder;

        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f))
            .ShouldBe(["Suite.dll", "data/ä.json", "suite", "empty"], ignoreOrder: true);
        File.ReadAllText(Path.Combine(folder, "data/ä.json")).ShouldBe("{}");
        File.GetUnixFileMode(Path.Combine(folder, "suite")).ShouldBe(
            File.GetUnixFileMode(Path.Combine(folder, "empty")) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute
                | UnixFileMode.OtherExecute);
    }

    [Fact]
    public async Task LayOutAsync_libraries_of_other_systems_are_not_fetched()
    {
        var (own, other) = OperatingSystem.IsWindows() ? ("win-x64", "osx") : ("unix", "win-x64");
        var identity = await _bed.UploadAsync(
            ("Suite.dll", "code"),
            ($"runtimes/{own}/native/own.bin", "own"),
            ($"runtimes/{other}/native/other.bin", "other"),
            ("runtimes/any/lib/all.dll", "all"),
            ($"data/runtimes/{other}/a.txt", "data"));
        using var cache = _bed.Open();

        var folder = (await cache.LayOutAsync(identity, _bed.Store, default)).Folder;

        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .ShouldBe(
                ["Suite.dll", $"runtimes/{own}/native/own.bin", "runtimes/any/lib/all.dll",
                    $"data/runtimes/{other}/a.txt"],
                ignoreOrder: true);
        _bed.Store.Read.ShouldBe(5);
    }

    [Fact]
    public async Task LayOutAsync_again_fetches_nothing_and_after_a_change_only_that()
    {
        var first = await _bed.UploadAsync(("Suite.dll", "code"), ("data.json", "{}"), ("Lib.dll", "lib"));
        using var cache = _bed.Open();
        await cache.LayOutAsync(first, _bed.Store, default);
        _bed.Store.Read.ShouldBe(4);

        await cache.LayOutAsync(first, _bed.Store, default);
        _bed.Store.Read.ShouldBe(4);
        using (var other = _bed.Open())
            await other.LayOutAsync(first, _bed.Store, default);
        _bed.Store.Read.ShouldBe(4);

        await cache.LayOutAsync(
            await _bed.UploadAsync(("Suite.dll", "changed"), ("data.json", "{}"), ("Lib.dll", "lib")), _bed.Store, default);
        _bed.Store.Read.ShouldBe(6);
    }

    [Fact]
    public async Task LayOutAsync_by_many_at_once_gives_each_its_own()
    {
        var identity = await _bed.UploadAsync([.. Enumerable.Range(0, 50).Select(i => ($"f{i}.dll", $"content {i}"))]);
        using var one = _bed.Open();
        using var other = _bed.Open();

        var packages = await Task.WhenAll(
            new[] { one, other, one, other }.Select(c => Task.Run(() => c.LayOutAsync(identity, _bed.Store, default))));

        packages.Select(p => p.Folder).ShouldBeUnique();
        packages.ShouldAllBe(p => File.ReadAllText(Path.Combine(p.Folder, "f49.dll")) == "content 49");
    }

    [Theory]
    [InlineData("data.json")]
    [InlineData("Suite.dll")]
    public async Task What_a_test_writes_into_its_output_is_not_there_in_the_next_run(string written)
    {
        var identity = await _bed.UploadAsync(("Suite.dll", "code"), ("data.json", "{}"));
        using var cache = _bed.Open();
        var spoilt = Path.Combine((await cache.LayOutAsync(identity, _bed.Store, default)).Folder, written);
        await WriteIntoAsync(spoilt);

        var next = await cache.LayOutAsync(identity, _bed.Store, default);

        File.ReadAllText(Path.Combine(next.Folder, written)).ShouldBe(written == "data.json" ? "{}" : "code");
        next.Folder.ShouldNotBe(Path.GetDirectoryName(spoilt));
    }

    [Theory]
    [InlineData(30_000_000)]
    [InlineData(300_000)]
    public async Task A_bomb_is_refused_by_name_and_removed_and_the_next_run_works(int size)
    {
        var identity = await _bed.UploadAsync(("Suite.dll", "code"), ("bomb.bin", "small"));
        using var bomb = new MemoryStream();
        await PackedContent.PackAsync(new MemoryStream(new byte[size]), bomb, default);
        bomb.Position = 0;
        await _bed.Store.PutAsync(ContentName.Of(ContentHash.Of("small"u8)), bomb, default);
        using var cache = _bed.Open();

        var failure = await Should.ThrowAsync<PackageException>(cache.LayOutAsync(identity, _bed.Store, default));

        failure.Message.ShouldContain("'bomb.bin'");
        failure.Message.ShouldContain("more than the");
        _bed.Blobs().ShouldNotContain(ContentHash.Of("small"u8).Hex);
        await _bed.UploadAsync(("Suite.dll", "code"), ("bomb.bin", "small"));
        File.ReadAllText(Path.Combine((await cache.LayOutAsync(identity, _bed.Store, default)).Folder, "bomb.bin"))
            .ShouldBe("small");
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/tmp/outside.txt")]
    [InlineData("a/../../outside.txt")]
    [InlineData("NUL")]
    public async Task A_list_that_leads_elsewhere_is_refused_by_name_and_nothing_is_written(string path)
    {
        var identity = await _bed.PutListAsync($"{ContentHash.Of("x"u8).Hex} 1 - {path}\n");
        using var cache = _bed.Open();

        (await Should.ThrowAsync<PackageException>(cache.LayOutAsync(identity, _bed.Store, default))).Message.ShouldContain(
            $"'{path}'");

        _bed.Blobs().ShouldBeEmpty();
        Directory.EnumerateFiles(_bed.Folder, "outside*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_store_has_no_more_is_told()
    {
        var identity = await _bed.UploadAsync(("Suite.dll", "code"), ("data.json", "{}"));
        await _bed.Store.RemoveAsync(ContentName.Of(ContentHash.Of("{}"u8)), default);
        using var cache = _bed.Open();

        (await Should.ThrowAsync<PackageException>(cache.LayOutAsync(identity, _bed.Store, default)))
            .Message.ShouldContain("does not have 'data.json'");
    }

    // As root writes where files are read-only; everybody else must ask first, as some tests do.
    private static async Task WriteIntoAsync(string file)
    {
        File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.UserWrite);
        await File.WriteAllTextAsync(file, "spoilt");
    }
}
