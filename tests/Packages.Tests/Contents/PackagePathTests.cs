using TestFlock.Core.Packages;

namespace TestFlock.Packages.Tests.Contents;

public sealed class PackagePathTests
{
    [Theory]
    [InlineData("Shop.dll")]
    [InlineData("de/Shop.resources.dll")]
    [InlineData(".playwright/node/linux-x64/node")]
    [InlineData("testdata/Größe – 寸法 (1).json")]
    [InlineData("a..b/c...d")]
    [InlineData("console.log")]
    [InlineData("emoji 😀.txt")]
    public void FindFault_ordinary_path_is_null(string path) => PackagePath.FindFault(path).ShouldBeNull();

    [Theory]
    [InlineData("", "empty")]
    [InlineData("/etc/passwd", "absolute")]
    [InlineData("\\\\server\\share", "absolute")]
    [InlineData("C:\\Windows\\x", "absolute")]
    [InlineData("c:x", "absolute")]
    [InlineData("../x", "elsewhere")]
    [InlineData("a/../../x", "elsewhere")]
    [InlineData("a/..", "elsewhere")]
    [InlineData("./a", "elsewhere")]
    [InlineData("a//b", "empty name")]
    [InlineData("a/", "empty name")]
    [InlineData("a\\..\\b", "'\\'")]
    [InlineData("ab:stream", "':'")]
    [InlineData("what?", "'?'")]
    [InlineData("a/nul", "device")]
    [InlineData("CON.txt", "device")]
    [InlineData("com1 .log", "device")]
    [InlineData("LPT\u00B2", "device")]
    [InlineData("a./b", "drops")]
    [InlineData("a ", "drops")]
    [InlineData("a\nb", "no name can have")]
    [InlineData("a\0b", "no name can have")]
    public void FindFault_trick_is_named(string path, string fault) =>
        PackagePath.FindFault(path).ShouldNotBeNull().ShouldContain(fault);

    [Fact]
    public void FindFault_half_a_character_is_named() =>
        PackagePath.FindFault("\uD800x").ShouldNotBeNull().ShouldContain("no name can have");

    [Fact]
    public void FindFault_very_long_path_is_refused() =>
        PackagePath.FindFault(new string('a', PackageLimits.LongestPath + 1)).ShouldNotBeNull().ShouldContain("longer");
}
