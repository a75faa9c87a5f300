using System.Reflection;
using System.Reflection.Emit;
using TestFlock.WarmHost;

namespace TestFlock.TestAdapter.Tests.Warm;

public sealed class OutputAssembliesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(".dll")]
    [InlineData(".exe")]
    public void ResolveFrom_folder_finds_what_lies_there_whatever_version_was_asked_for(string extension)
    {
        var name = NewName();
        var file = Path.Combine(_folder, name + extension);
        var assembly = new PersistedAssemblyBuilder(new AssemblyName($"{name}, Version=2.1.0.0"), typeof(object).Assembly);
        assembly.DefineDynamicModule(name);
        assembly.Save(file);

        OutputAssemblies.ResolveFrom(_folder);

        Assembly.Load(name).Location.ShouldBe(file);
        Assembly.Load($"{name}, Version=1.0.0.0").Location.ShouldBe(file);
    }

    [Fact]
    public void ResolveFrom_library_that_is_no_assembly_is_as_if_it_were_not_there()
    {
        var name = NewName();
        File.WriteAllText(Path.Combine(_folder, $"{name}.dll"), "native code");

        OutputAssemblies.ResolveFrom(_folder);

        Should.Throw<FileNotFoundException>(() => Assembly.Load(name));
    }

    // The handlers stay, and so does what they found.
    private static string NewName() => $"PlugIn.{Guid.NewGuid():N}";
}
