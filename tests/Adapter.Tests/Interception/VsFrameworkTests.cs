using System.Reflection;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Tests.Interception;

public sealed class VsFrameworkTests
{
    private static readonly Type[] Types =
        typeof(VsFramework).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }).ToArray();

    [Fact]
    public void All_have_one_discoverer_that_the_platform_finds() =>
        Types.Where(type => type.IsAssignableTo(typeof(ITestDiscoverer)))
            .Select(type => type.GetCustomAttribute<DefaultExecutorUriAttribute>()!.ExecutorUri)
            .ShouldBe(VsFramework.All.Select(framework => framework.ExecutorUri), ignoreOrder: true);

    [Fact]
    public void All_have_one_executor_that_the_platform_finds() =>
        Types.Where(type => type.IsAssignableTo(typeof(ITestExecutor)))
            .Select(type => type.GetCustomAttribute<ExtensionUriAttribute>()!.ExtensionUri)
            .ShouldBe(VsFramework.All.Select(framework => framework.ExecutorUri), ignoreOrder: true);

    [Fact]
    public void All_discoverers_look_at_assemblies() =>
        Types.Where(type => type.IsAssignableTo(typeof(ITestDiscoverer))).ShouldAllBe(
            type => type.GetCustomAttributes<FileExtensionAttribute>().Any(
                extension => extension.FileExtension == ".dll"));

    [Fact]
    public void All_adapter_files_are_moved_by_the_targets_of_the_package()
    {
        var targets = Path.Combine(RepositoryFolder(), "build", "package", "TestFlock.MovedAdapters.targets");

        XDocument.Load(targets).Descendants("TestFlockMovedAssembly").Select(
            item => item.Attribute("Include")!.Value + ".dll")
            .ShouldBe(VsFramework.All.Select(framework => framework.AdapterFile).Distinct(), ignoreOrder: true);
    }

    private static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Extension.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Run the tests from a checkout.");
        return folder.FullName;
    }
}
