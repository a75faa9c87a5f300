using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using TestFlock.Execution.Calls;

namespace TestFlock.Execution.Tests.Calls;

public sealed class ShellQuotingTests
{
    private static readonly Gen<string> Arguments = Gen.OneOf(
        Gen.Elements('\'', '"', '\\', '$', '`', ' ', '\n', '!', '*', '~', '#', ';', '&', '|', '%', '^', '(', '\t'),
        Gen.Choose('a', 'z').Select(c => (char)c),
        Gen.Choose(0xA0, 0x2FFF).Select(c => (char)c)).ArrayOf().Select(c => new string(c));

    [Fact]
    public void ForPosix_any_arguments_reach_the_program_unchanged() =>
        Prop.ForAll(Arguments.ListOf().ToArbitrary(), arguments => Echo(arguments).SequenceEqual(arguments))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Theory]
    [InlineData("/usr/bin/dotnet", "/usr/bin/dotnet")]
    [InlineData("", "''")]
    [InlineData("it's", @"'it'\''s'")]
    public void ForPosix_quotes_only_what_needs_it(string argument, string expected) =>
        ShellQuoting.ForPosix(argument).ShouldBe(expected);

    [Theory]
    [InlineData(@"C:\dotnet\dotnet.exe", @"C:\dotnet\dotnet.exe")]
    [InlineData("", "\"\"")]
    [InlineData(@"C:\Program Files\dotnet\", """
        "C:\Program Files\dotnet\\"
        """)]
    [InlineData("say \"so\"", """
        "say \"so\""
        """)]
    [InlineData(@"a\""b c", """
        "a\\\"b c"
        """)]
    public void ForWindows_follows_the_rules_of_C_programs(string argument, string expected) =>
        ShellQuoting.ForWindows(argument).ShouldBe(expected);

    private static string[] Echo(IEnumerable<string> arguments)
    {
        var command = string.Join(' ', arguments.Select(ShellQuoting.ForPosix).Prepend("printf '%s\\0'"));
        using var shell = Process.Start(
            new ProcessStartInfo("/bin/sh",
                ["-c", arguments.Any() ? command : "true"]) { RedirectStandardOutput = true })!;
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return output.Split('\0')[..^1];
    }
}
