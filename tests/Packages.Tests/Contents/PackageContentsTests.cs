using System.Text;
using TestFlock.Core.Packages;

namespace TestFlock.Packages.Tests.Contents;

public sealed class PackageContentsTests
{
    [Fact]
    public void Identity_is_that_of_the_files_whatever_their_order()
    {
        var one = PackageContents.Of([File("a"), File("b/c", size: 7)]);
        var other = PackageContents.Of([File("b/c", size: 7), File("a")]);

        other.Identity.ShouldBe(one.Identity);
        other.Size.ShouldBe(8);
        PackageContents.Of([File("a"), File("b/c", size: 7, executable: true)]).Identity.ShouldNotBe(one.Identity);
    }

    [Fact]
    public void Read_gives_what_was_written()
    {
        var written = PackageContents.Of([File("ä b/c.dll", size: 5, executable: true), File("a")]);

        var read = PackageContents.Read(written.Text.ToArray());

        read.Files.ShouldBe(written.Files);
        read.Identity.ShouldBe(written.Identity);
    }

    [Theory]
    [InlineData("a.txt", "A.TXT")]
    [InlineData("lib/a", "LIB/b")]
    [InlineData("lib", "lib/a")]
    [InlineData("lib/a", "Lib")]
    [InlineData("gro\u00DFe/\u00E9", "gro\u00DFe/e\u0301")]
    public void Of_paths_that_clash_somewhere_is_refused_by_name(string one, string other)
    {
        var failure = Should.Throw<PackageException>(() => PackageContents.Of([File(one), File(other)]));

        failure.Message.ShouldContain(other);
        failure.Message.ShouldContain("Exclude");
    }

    [Fact]
    public void Of_the_same_path_twice_is_refused() =>
        Should.Throw<PackageException>(() => PackageContents.Of([File("a"), File("a")])).Message.ShouldContain("'a'");

    [Fact]
    public void Of_ten_thousand_files_is_refused() =>
        Should.Throw<PackageException>(
            () => PackageContents.Of(Enumerable.Range(0, 10_000).Select(i => File($"f{i:00000}"))))
            .Message.ShouldContain("10000 files");

    [Fact]
    public void Of_a_file_or_files_too_large_is_refused_by_name()
    {
        Should.Throw<PackageException>(() => PackageContents.Of([File("big", size: PackageLimits.LargestFile + 1)]))
            .Message.ShouldContain("'big'");
        Should.Throw<PackageException>(
            () => PackageContents.Of(Enumerable.Range(0, 3).Select(i => File($"f{i}", PackageLimits.LargestFile))))
            .Message.ShouldContain("'f2'");
    }

    [Theory]
    [InlineData("something else")]
    [InlineData("testflock package 1\nrubbish")]
    [InlineData("testflock package 1\n0123 1 - a")]
    [InlineData("testflock package 1\nE3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855 0 - a")]
    [InlineData("testflock package 1\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 -1 - a")]
    [InlineData("testflock package 1\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 0 - ../a")]
    public void Read_what_is_no_list_is_refused(string text) =>
        Should.Throw<PackageException>(() => PackageContents.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task UnpackAsync_a_bomb_stops_at_what_it_was_said_to_have()
    {
        using var packed = new MemoryStream();
        await PackedContent.PackAsync(new MemoryStream(new byte[50_000_000]), packed, default);
        packed.Position = 0;
        using var content = new MemoryStream();

        (await Should.ThrowAsync<InvalidDataException>(
            PackedContent.UnpackAsync(packed, content, ContentHash.Of([]), 1000, default))).Message.ShouldContain(
                "expands");

        content.Length.ShouldBeLessThanOrEqualTo(1000);
    }

    [Fact]
    public async Task UnpackAsync_other_content_is_refused()
    {
        using var packed = new MemoryStream();
        await PackedContent.PackAsync(new MemoryStream([1, 2, 3]), packed, default);
        packed.Position = 0;

        (await Should.ThrowAsync<InvalidDataException>(
            PackedContent.UnpackAsync(packed, Stream.Null, ContentHash.Of([1, 2, 4]), 3,
                default))).Message.ShouldContain("damaged");
    }

    private static PackageFile File(string path, long size = 1, bool executable = false) =>
        new() { Path = path, Hash = ContentHash.Of([1]), Size = size, IsExecutable = executable };
}
