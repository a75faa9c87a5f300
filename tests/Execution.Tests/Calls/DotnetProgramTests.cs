using TestFlock.Execution.Calls;
using TestFlock.Execution.Tests.Support;

namespace TestFlock.Execution.Tests.Calls;

public sealed class DotnetProgramTests : IDisposable
{
    private static readonly string Name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_host_path_comes_first()
    {
        var host = Existing("host");
        var process = Existing("process");

        DotnetProgram.Find(name => name == "DOTNET_HOST_PATH" ? host : null, process).ShouldBe(host);
    }

    [Fact]
    public void Find_host_path_that_is_gone_is_passed_over()
    {
        var process = Existing("process");

        DotnetProgram.Find(name => name == "DOTNET_HOST_PATH" ? "/gone/dotnet" : null, process).ShouldBe(process);
    }

    [Fact]
    public void Find_own_program_is_not_dotnet_takes_the_root()
    {
        var root = Existing("root");

        DotnetProgram.Find(name => name == "DOTNET_ROOT" ? Path.GetDirectoryName(root) : null, "/usr/bin/testflock")
            .ShouldBe(root);
    }

    [Fact]
    public void Find_nothing_known_leaves_it_to_the_search_path() =>
        DotnetProgram.Find(_ => null, "/usr/bin/testflock").ShouldBe("dotnet");

    private string Existing(string folder)
    {
        var path = _folder.File(Path.Combine(folder, Name));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
        return path;
    }
}
