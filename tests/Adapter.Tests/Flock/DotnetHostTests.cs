using TestFlock.TestAdapter.Flock.Coordinator;

namespace TestFlock.TestAdapter.Tests.Flock;

public sealed class DotnetHostTests : IDisposable
{
    private static readonly string FileName = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("testflock-test-");
    private readonly Dictionary<string, string> _environment = [];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Find_prefers_the_sdk_s_own_host_then_this_process_then_the_root_then_the_path()
    {
        var named = Place("named");
        var running = Place("running");
        var root = Place("root");
        var onPath = Place("path");
        _environment["DOTNET_HOST_PATH"] = named;
        _environment["DOTNET_ROOT"] = Path.GetDirectoryName(root)!;
        _environment["PATH"] = string.Join(Path.PathSeparator, "/nowhere", Path.GetDirectoryName(onPath));

        Find(running).ShouldBe(named);
        _environment.Remove("DOTNET_HOST_PATH");
        Find(running).ShouldBe(running);
        Find("/test/testhost").ShouldBe(root);
        _environment.Remove("DOTNET_ROOT");
        Find("/test/testhost").ShouldBe(onPath);
    }

    [Fact]
    public void Find_passes_over_a_place_that_holds_none()
    {
        var onPath = Place("path");
        _environment["DOTNET_HOST_PATH"] = "/gone/dotnet";
        _environment["PATH"] = Path.GetDirectoryName(onPath)!;

        Find(null).ShouldBe(onPath);
    }

    [Fact]
    public void Find_without_any_names_the_places_and_the_cure()
    {
        _environment["DOTNET_ROOT"] = "/gone";
        _environment["PATH"] = "/empty";

        var error = Should.Throw<CoordinatorStartException>(() => Find(null)).Message;

        error.ShouldContain(Path.Combine("/gone", FileName));
        error.ShouldContain(Path.Combine("/empty", FileName));
        error.ShouldContain("Set DOTNET_ROOT");
    }

    private string Find(string? processPath) => new DotnetHost(_environment.GetValueOrDefault, processPath).Find();

    private string Place(string folder)
    {
        var path = Path.Combine(_folder.CreateSubdirectory(folder).FullName, FileName);
        File.WriteAllText(path, "");
        return path;
    }
}
