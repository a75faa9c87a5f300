using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Core.Packages;
using TestFlock.Packages.Cache;
using TestFlock.Packages.Making;
using TestFlock.Packages.Stores;
using TestFlock.Packages.Tests.Support;
using TestFlock.Testing;

namespace TestFlock.Packages.Tests.Cache;

public sealed class PackageCacheTests : IAsyncLifetime
{
    private readonly ScratchFolder _scratch = new();
    private readonly ManualTime _time = new();
    private readonly CountingStore _store;

    public PackageCacheTests() =>
        _store = new CountingStore(
            new DirectoryContentStore(Path.Combine(_scratch.Path, "store"), TimeProvider.System));

    private string CacheFolder => Path.Combine(_scratch.Path, "cache");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _scratch.Dispose();
    }

    [Fact]
    public async Task LayOutAsync_gives_what_was_uploaded_with_its_rights()
    {
        var identity = await UploadAsync(("Suite.dll", "code"), ("data/ä.json", "{}"), ("suite", "#!"), ("empty", ""));
        using var cache = Open();

        var folder = (await cache.LayOutAsync(identity, _store, default)).Folder;

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
        var identity = await UploadAsync(
            ("Suite.dll", "code"),
            ($"runtimes/{own}/native/own.bin", "own"),
            ($"runtimes/{other}/native/other.bin", "other"),
            ("runtimes/any/lib/all.dll", "all"),
            ($"data/runtimes/{other}/a.txt", "data"));
        using var cache = Open();

        var folder = (await cache.LayOutAsync(identity, _store, default)).Folder;

        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .ShouldBe(
                ["Suite.dll", $"runtimes/{own}/native/own.bin", "runtimes/any/lib/all.dll",
                    $"data/runtimes/{other}/a.txt"],
                ignoreOrder: true);
        _store.Read.ShouldBe(5);
    }

    [Fact]
    public async Task LayOutAsync_again_fetches_nothing_and_after_a_change_only_that()
    {
        var first = await UploadAsync(("Suite.dll", "code"), ("data.json", "{}"), ("Lib.dll", "lib"));
        using var cache = Open();
        await cache.LayOutAsync(first, _store, default);
        _store.Read.ShouldBe(4);

        await cache.LayOutAsync(first, _store, default);
        _store.Read.ShouldBe(4);
        using (var other = Open())
            await other.LayOutAsync(first, _store, default);
        _store.Read.ShouldBe(4);

        await cache.LayOutAsync(
            await UploadAsync(("Suite.dll", "changed"), ("data.json", "{}"), ("Lib.dll", "lib")), _store, default);
        _store.Read.ShouldBe(6);
    }

    [Fact]
    public async Task LayOutAsync_by_many_at_once_gives_each_its_own()
    {
        var identity = await UploadAsync([.. Enumerable.Range(0, 50).Select(i => ($"f{i}.dll", $"content {i}"))]);
        using var one = Open();
        using var other = Open();

        var packages = await Task.WhenAll(
            new[] { one, other, one, other }.Select(c => Task.Run(() => c.LayOutAsync(identity, _store, default))));

        packages.Select(p => p.Folder).ShouldBeUnique();
        packages.ShouldAllBe(p => File.ReadAllText(Path.Combine(p.Folder, "f49.dll")) == "content 49");
    }

    [Theory]
    [InlineData("data.json")]
    [InlineData("Suite.dll")]
    public async Task What_a_test_writes_into_its_output_is_not_there_in_the_next_run(string written)
    {
        var identity = await UploadAsync(("Suite.dll", "code"), ("data.json", "{}"));
        using var cache = Open();
        var spoilt = Path.Combine((await cache.LayOutAsync(identity, _store, default)).Folder, written);
        await WriteIntoAsync(spoilt);

        var next = await cache.LayOutAsync(identity, _store, default);

        File.ReadAllText(Path.Combine(next.Folder, written)).ShouldBe(written == "data.json" ? "{}" : "code");
        next.Folder.ShouldNotBe(Path.GetDirectoryName(spoilt));
    }

    [Theory]
    [InlineData(30_000_000)]
    [InlineData(300_000)]
    public async Task A_bomb_is_refused_by_name_and_removed_and_the_next_run_works(int size)
    {
        var identity = await UploadAsync(("Suite.dll", "code"), ("bomb.bin", "small"));
        using var bomb = new MemoryStream();
        await PackedContent.PackAsync(new MemoryStream(new byte[size]), bomb, default);
        bomb.Position = 0;
        await _store.PutAsync(ContentName.Of(ContentHash.Of("small"u8)), bomb, default);
        using var cache = Open();

        var failure = await Should.ThrowAsync<PackageException>(cache.LayOutAsync(identity, _store, default));

        failure.Message.ShouldContain("'bomb.bin'");
        failure.Message.ShouldContain("more than the");
        Blobs().ShouldNotContain(ContentHash.Of("small"u8).Hex);
        await UploadAsync(("Suite.dll", "code"), ("bomb.bin", "small"));
        File.ReadAllText(Path.Combine((await cache.LayOutAsync(identity, _store, default)).Folder, "bomb.bin"))
            .ShouldBe("small");
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/tmp/outside.txt")]
    [InlineData("a/../../outside.txt")]
    [InlineData("NUL")]
    public async Task A_list_that_leads_elsewhere_is_refused_by_name_and_nothing_is_written(string path)
    {
        var identity = await PutListAsync($"{ContentHash.Of("x"u8).Hex} 1 - {path}\n");
        using var cache = Open();

        (await Should.ThrowAsync<PackageException>(cache.LayOutAsync(identity, _store, default))).Message.ShouldContain(
            $"'{path}'");

        Blobs().ShouldBeEmpty();
        Directory.EnumerateFiles(_scratch.Path, "outside*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_store_has_no_more_is_told()
    {
        var identity = await UploadAsync(("Suite.dll", "code"), ("data.json", "{}"));
        await _store.RemoveAsync(ContentName.Of(ContentHash.Of("{}"u8)), default);
        using var cache = Open();

        (await Should.ThrowAsync<PackageException>(cache.LayOutAsync(identity, _store, default)))
            .Message.ShouldContain("does not have 'data.json'");
    }

    [Fact]
    public async Task The_package_used_last_stays_when_there_is_too_much()
    {
        var (old, used) = (
            await UploadAsync(("a.dll", new string('a', 1000))), await UploadAsync(("b.dll", new string('b', 1000))));
        using (var cache = Open(new CacheBounds { Size = 2500 }))
        {
            cache.Remove(await cache.LayOutAsync(used, _store, default), true);
            _time.Advance(TimeSpan.FromMinutes(1));
            cache.Remove(await cache.LayOutAsync(old, _store, default), true);
            _time.Advance(TimeSpan.FromMinutes(1));
            cache.Remove(await cache.LayOutAsync(used, _store, default), true);
            _time.Advance(TimeSpan.FromMinutes(1));
            cache.Remove(
                await cache.LayOutAsync(await UploadAsync(("c.dll", new string('c', 1000))), _store, default), true);
        }

        Blobs().ShouldBe(new[] { 'b', 'c' }.Select(c => HashOf(new string(c, 1000))), ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_in_use_stays_however_old_and_however_much()
    {
        var (used, other) = (
            await UploadAsync(("a.dll", new string('a', 1000))), await UploadAsync(("b.dll", new string('b', 1000))));
        using var holder = Open();
        await holder.LayOutAsync(used, _store, default);
        _time.Advance(TimeSpan.FromDays(400));

        using var cache = Open(new CacheBounds { Size = 1500, Age = TimeSpan.FromDays(1) });
        cache.Remove(await cache.LayOutAsync(other, _store, default), true);
        using var again = Open(new CacheBounds { Size = 1500 });

        Blobs().ShouldContain(HashOf(new string('a', 1000)));
    }

    [Fact]
    public async Task What_nobody_asked_for_in_its_time_goes()
    {
        using (var cache = Open())
            await cache.LayOutAsync(await UploadAsync(("a.dll", "a")), _store, default);
        _time.Advance(TimeSpan.FromDays(31));

        Open().Dispose();

        Blobs().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_dead_process_left_goes_and_what_living_ones_have_stays()
    {
        using var living = Open();
        var package = await living.LayOutAsync(await UploadAsync(("a.dll", "a")), _store, default);
        var dead = Path.Combine(CacheFolder, "lives", "dead");
        Directory.CreateDirectory(Path.Combine(dead, "incoming"));
        File.WriteAllText(Path.Combine(dead, "incoming", "half"), "half");
        File.WriteAllText(dead + ".lock", "");

        Open().Dispose();

        Directory.Exists(dead).ShouldBeFalse();
        File.Exists(Path.Combine(package.Folder, "a.dll")).ShouldBeTrue();
    }

    [SmallDiskFact]
    public async Task A_full_disk_first_takes_from_what_nobody_uses_and_then_is_told()
    {
        var disk = Path.Combine(_scratch.Path, "disk");
        Directory.CreateDirectory(disk);
        await RunAsync("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk);
        try
        {
            var (small, fits, tooLarge) = (
                await UploadAsync(("a.dll", Noise(600_000))),
                await UploadAsync(("b.dll", Noise(800_000))),
                await UploadAsync(("c.dll", Noise(3_000_000))));
            using var cache = PackageCache.Open(
                Path.Combine(disk, "cache"), new CacheBounds(), _time, NullLogger<PackageCache>.Instance);
            cache.Remove(await cache.LayOutAsync(small, _store, default), true);

            cache.Remove(await cache.LayOutAsync(fits, _store, default), true);
            var failure = await Should.ThrowAsync<PackageException>(cache.LayOutAsync(tooLarge, _store, default));

            failure.Message.ShouldContain("is full");
            failure.Message.ShouldContain("--cache-folder");
            var next = await cache.LayOutAsync(small, _store, default);
            new FileInfo(Path.Combine(next.Folder, "a.dll")).Length.ShouldBe(600_000);
        }
        finally
        {
            await RunAsync("umount", disk);
        }
    }

    private PackageCache Open(CacheBounds? bounds = null) =>
        PackageCache.Open(CacheFolder, bounds ?? new CacheBounds(), _time, NullLogger<PackageCache>.Instance);

    private IEnumerable<string> Blobs() =>
        Directory.EnumerateFiles(Path.Combine(CacheFolder, "content"), "*", SearchOption.AllDirectories).Select(
            f => Path.GetFileName(f));

    private async Task<ContentHash> UploadAsync(params (string Path, string Content)[] files)
    {
        using var output = new ScratchFolder();
        foreach (var (path, content) in files)
        {
            var file = output.Write(path, content);
            if (content == "#!")
                File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.UserExecute);
        }

        var package = await new PackageMaker(
            Path.Combine(_scratch.Path, "hashes"), TimeProvider.System, NullLoggerFactory.Instance)
            .MakeAsync(output.Path, [], default);
        await new PackageUpload(_store, TimeProvider.System).UploadAsync(package, default);
        return package.Contents.Identity;
    }

    private async Task<ContentHash> PutListAsync(string lines)
    {
        var text = Encoding.UTF8.GetBytes("testflock package 1\n" + lines);
        using var packed = new MemoryStream();
        await PackedContent.PackAsync(new MemoryStream(text), packed, default);
        packed.Position = 0;
        await _store.PutAsync(ContentName.Of(ContentHash.Of(text)), packed, default);
        return ContentHash.Of(text);
    }

    private static string HashOf(string content) => ContentHash.Of(Encoding.UTF8.GetBytes(content)).Hex;

    private static string Noise(int length) =>
        new([.. Enumerable.Range(0, length).Select(_ => (char)Random.Shared.Next(33, 126))]);

    // As root writes where files are read-only; everybody else must ask first, as some tests do.
    private static async Task WriteIntoAsync(string file)
    {
        File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.UserWrite);
        await File.WriteAllTextAsync(file, "spoilt");
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(
            0, $"{program} {string.Join(' ', arguments)}: the tests of a full disk need the right to mount one");
    }
}
