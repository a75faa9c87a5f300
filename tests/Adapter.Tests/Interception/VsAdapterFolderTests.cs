namespace TestFlock.TestAdapter.Tests.Interception;

public sealed class VsAdapterFolderTests : IDisposable
{
    private readonly string _output = Directory.CreateTempSubdirectory("testflock-").FullName;

    [Fact]
    public void TryFind_no_adapter_finds_none() =>
        VsAdapterFolder.TryFind(VsFramework.NUnit, _output, out _).ShouldBeFalse();

    [Fact]
    public void TryFind_a_moved_adapter_finds_it_out_of_the_platforms_sight()
    {
        var moved = Create("testflock", VsFramework.NUnit.AdapterFile);

        VsAdapterFolder.TryFind(VsFramework.NUnit, _output, out var path).ShouldBeTrue();

        path.ShouldBe(moved);
        VsAdapterFolder.IsLoadedByPlatform(VsFramework.NUnit, _output).ShouldBeFalse();
    }

    [Fact]
    public void TryFind_a_copy_left_in_the_top_folder_finds_the_one_that_the_platform_loads()
    {
        Create("testflock", VsFramework.NUnit.AdapterFile);
        var leftBehind = Create("", VsFramework.NUnit.AdapterFile);

        VsAdapterFolder.TryFind(VsFramework.NUnit, _output, out var path).ShouldBeTrue();

        path.ShouldBe(leftBehind);
        VsAdapterFolder.IsLoadedByPlatform(VsFramework.NUnit, _output).ShouldBeTrue();
    }

    public void Dispose() => Directory.Delete(_output, recursive: true);

    private string Create(string folder, string file)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_output, folder)).FullName, file);
        File.WriteAllText(path, "");
        return path;
    }
}
