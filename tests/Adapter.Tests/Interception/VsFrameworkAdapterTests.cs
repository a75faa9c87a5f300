namespace TestFlock.TestAdapter.Tests.Interception;

public sealed class VsFrameworkAdapterTests
{
    // The adapter that runs these tests.
    private static readonly string XunitAdapter = Path.Combine(
        AppContext.BaseDirectory, VsFramework.Xunit3.AdapterFile);

    [Fact]
    public void Load_the_frameworks_own_file_gives_its_discoverer_and_executor()
    {
        var adapter = VsFrameworkAdapter.Load(VsFramework.Xunit3, XunitAdapter);

        adapter.ShouldNotBeNull();
        adapter.Discoverer.GetType().FullName.ShouldBe("Xunit.Runner.VisualStudio.VsTestRunner");
        adapter.Executor.GetType().FullName.ShouldBe("Xunit.Runner.VisualStudio.VsTestRunner");
        adapter.Executor.ShouldBeSameAs(adapter.Executor);
    }

    [Fact]
    public void Load_a_file_of_the_same_name_with_another_known_uri_gives_nothing() =>
        VsFrameworkAdapter.Load(VsFramework.Xunit2, XunitAdapter).ShouldBeNull();

    [Fact]
    public void Load_a_file_with_an_unknown_uri_names_file_uri_and_cure()
    {
        var exception = Should.Throw<VsAdapterException>(
            () => VsFrameworkAdapter.Load(VsFramework.NUnit, FakeFramework.AdapterFile));

        exception.Message.ShouldContain(FakeFramework.AdapterFile);
        exception.Message.ShouldContain("executor://fake");
        exception.Message.ShouldContain("<TestFlockEnabled>false</TestFlockEnabled>");
    }
}
