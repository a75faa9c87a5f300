namespace TestFlock.TestAdapter.Tests.Interception;

public sealed class VsNoTestAssemblyTests : IDisposable
{
    private readonly string _output = Directory.CreateTempSubdirectory("testflock-").FullName;

    [Fact]
    public void TryDescribe_of_a_file_that_is_no_assembly_says_so_once()
    {
        File.WriteAllText(Source, "notes");

        Descriptions().ShouldHaveSingleItem().ShouldContain($"'{Source}': it is no .NET assembly");
    }

    [Fact]
    public void TryDescribe_of_an_assembly_without_an_adapter_names_the_packages_once()
    {
        TakeAssembly();
        File.WriteAllText(Path.Combine(_output, "TestFlock.TestAdapter.dll"), "");

        Descriptions().ShouldHaveSingleItem().ShouldContain("NUnit3TestAdapter");
    }

    [Theory]
    [InlineData("testflock/NUnit3.TestAdapter.dll")]
    [InlineData("NUnit3.TestAdapter.dll")]
    [InlineData("Boost.TestAdapter.dll")]
    public void TryDescribe_of_an_assembly_with_an_adapter_of_any_framework_says_nothing(string adapter)
    {
        TakeAssembly();
        var file = Path.Combine(_output, adapter);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "");

        Descriptions().ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_output, recursive: true);

    private string Source => Path.Combine(_output, "Suite.dll");

    private void TakeAssembly() => File.Copy(typeof(VsNoTestAssemblyTests).Assembly.Location, Source);

    private List<string> Descriptions()
    {
        var descriptions = new List<string>();
        foreach (var framework in VsFramework.All)
        {
            if (VsNoTestAssembly.TryDescribe(framework, Source, out var description))
                descriptions.Add(description);
        }

        return descriptions;
    }
}
