using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Core.Packages;
using TestFlock.Packages.Making;
using TestFlock.Packages.Stores;
using TestFlock.Packages.Tests.Support;
using TestFlock.Testing;

namespace TestFlock.Packages.Tests.Making;

public sealed class PackageMakerTests : IDisposable
{
    private readonly ScratchFolder _output = new();
    private readonly ScratchFolder _elsewhere = new();
    private readonly ManualTime _time = new();

    public PackageMakerTests() => _time.Advance(TimeSpan.FromDays(100_000));

    public void Dispose()
    {
        _output.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task What_no_agent_needs_and_what_the_user_excludes_stays_out()
    {
        foreach (var path in new[]
        {
            "Suite.dll", "Suite.pdb", "sub/Other.pdb", "runtimes/linux-x64/native/a.so", "runtimes/browser-wasm/native/a.wasm",
            "runtimes/ios-arm64/native/a.dylib", "TestResults/1/x.trx", "testflock/NUnit3.TestAdapter.dll", "testflock/program/testflock.dll",
            "node_modules/deep/er/x.js", "de/Suite.resources.dll",
        })
            _output.Write(path, path);

        var package = await MakeAsync("*.pdb", "node_modules/");

        package.Contents.Files.Select(f => f.Path).ShouldBe(
            ["Suite.dll", "de/Suite.resources.dll", "runtimes/linux-x64/native/a.so",
                "testflock/NUnit3.TestAdapter.dll"]);
        package.LeftOut.ShouldBe(2);
    }

    [Fact]
    public async Task A_program_stays_one_and_a_link_to_a_file_becomes_the_file()
    {
        var program = _output.Write("suite", "#!");
        File.SetUnixFileMode(program, File.GetUnixFileMode(program) | UnixFileMode.UserExecute);
        File.CreateSymbolicLink(Path.Combine(_output.Path, "link.txt"), _elsewhere.Write("target.txt", "content"));

        var files = (await MakeAsync()).Contents.Files.ToDictionary(f => f.Path);

        files["suite"].IsExecutable.ShouldBeTrue();
        files["link.txt"].Hash.ShouldBe(ContentHash.Of("content"u8));
        files["link.txt"].IsExecutable.ShouldBeFalse();
    }

    [Fact]
    public async Task Links_to_folders_and_to_nothing_are_refused_by_name_unless_they_are_left_out()
    {
        Directory.CreateSymbolicLink(Path.Combine(_output.Path, "loop"), _output.Path);
        File.CreateSymbolicLink(Path.Combine(_output.Path, "gone"), "/no/such/file");
        _output.Write("a", "a");

        var failure = await Should.ThrowAsync<PackageException>(MakeAsync());

        failure.Message.ShouldContain("'loop' is a link to the folder");
        failure.Message.ShouldContain("'gone' is a link");
        (await MakeAsync("loop/", "gone")).Contents.Files.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Unchanged_files_are_not_read_again_and_changed_ones_are()
    {
        var file = _output.Write("a.dll", "one");
        var before = (await MakeAsync()).Contents.Identity;
        var written = File.GetLastWriteTimeUtc(file);

        // Same size and time, other bytes: only a file that is not read can pass for the old one.
        File.WriteAllText(file, "two");
        File.SetLastWriteTimeUtc(file, written);
        (await MakeAsync()).Contents.Identity.ShouldBe(before);

        File.SetLastWriteTimeUtc(file, written.AddSeconds(1));
        (await MakeAsync()).Contents.Files[0].Hash.ShouldBe(ContentHash.Of("two"u8));
    }

    [Fact]
    public async Task What_was_written_a_moment_ago_is_read_again()
    {
        var file = _output.Write("a.dll", "one");
        var written = File.GetLastWriteTimeUtc(file);
        var now = new ManualTime();
        now.Advance(written - now.GetUtcNow().UtcDateTime + TimeSpan.FromSeconds(1));
        await MakeAsync(now);

        File.WriteAllText(file, "two");
        File.SetLastWriteTimeUtc(file, written);

        (await MakeAsync(now)).Contents.Files[0].Hash.ShouldBe(ContentHash.Of("two"u8));
    }

    [Fact]
    public async Task The_second_upload_sends_nothing_and_a_changed_file_alone()
    {
        _output.Write("a.dll", new byte[100_000]);
        _output.Write("b.dll", "b");
        _output.Write("copy of b.dll", "b");
        await using var store = new DirectoryContentStore(Path.Combine(_elsewhere.Path, "store"), TimeProvider.System);
        var upload = new PackageUpload(store, TimeProvider.System);

        (await upload.UploadAsync(await MakeAsync(), default)).Files.ShouldBe(2);
        (await upload.UploadAsync(await MakeAsync(), default)).ShouldSatisfyAllConditions(
            u => u.Files.ShouldBe(0), u => u.Bytes.ShouldBe(0));
        _output.Write("b.dll", "changed");
        (await upload.UploadAsync(await MakeAsync(), default)).Files.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_changes_under_the_upload_is_told_and_no_list_is_stored()
    {
        _output.Write("a.dll", "one");
        var package = await MakeAsync();
        _output.Write("a.dll", "two");
        await using var store = new DirectoryContentStore(Path.Combine(_elsewhere.Path, "store"), TimeProvider.System);

        (await Should.ThrowAsync<PackageException>(
            new PackageUpload(store, TimeProvider.System).UploadAsync(package, default)))
            .Message.ShouldContain("changed while");

        (await store.FindMissingAsync([ContentName.Of(package.Contents.Identity)], default)).ShouldHaveSingleItem();
    }

    private Task<MadePackage> MakeAsync(params string[] exclude) => MakeAsync(_time, exclude);

    private Task<MadePackage> MakeAsync(TimeProvider time, params string[] exclude) =>
        new PackageMaker(Path.Combine(_elsewhere.Path, "hashes"), time, NullLoggerFactory.Instance)
            .MakeAsync(_output.Path, exclude.Select(PathPattern.Parse), default);
}
