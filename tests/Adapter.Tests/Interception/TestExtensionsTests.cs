using System.Reflection;
using Microsoft.VisualStudio.TestPlatform;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Tests.Interception;

public sealed class TestExtensionsTests
{
    /// <summary>The platform looks at the declared types alone: what is left out runs no test, in silence.</summary>
    [Fact]
    public void Every_discoverer_and_executor_is_declared()
    {
        var assembly = typeof(VsFramework).Assembly;

        assembly.GetCustomAttribute<TestExtensionTypesAttribute>().ShouldNotBeNull().Types.ShouldBe(
            assembly.GetTypes().Where(type => !type.IsAbstract && IsExtension(type)), ignoreOrder: true);
    }

    private static bool IsExtension(Type type) =>
        type.IsAssignableTo(typeof(ITestDiscoverer)) || type.IsAssignableTo(typeof(ITestExecutor));
}
