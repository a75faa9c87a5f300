using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Packaging;

public sealed class ToolTests
{
    [Fact]
    public async Task The_tool_installs_and_starts()
    {
        using var workspace = await Workspace.CreateAsync();
        var tools = Path.Combine(workspace.Folder, "tools");

        var install = await workspace.DotnetAsync(
            "tool", "install", "TestFlock.Tool", "--version", PackedProduct.Version, "--tool-path", tools);
        install.ShouldSucceed();
        var version = await Command.RunAsync(
            Path.Combine(tools, "testflock"), workspace.Folder, Command.PlainEnvironment, "--version");

        version.ShouldSucceed().Output.ShouldStartWith(PackedProduct.Version);
    }
}
