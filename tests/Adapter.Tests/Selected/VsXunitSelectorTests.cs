using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using TestFlock.TestAdapter.Selected;
using TestFlock.TestAdapter.Tests.Flock;
using TestFlock.TestAdapter.Tests.Interception;

namespace TestFlock.TestAdapter.Tests.Selected;

public sealed class VsXunitSelectorTests
{
    private static readonly TestProperty Explicit = TestProperty.Register(
        "XunitTestCaseExplicit", "XunitTestCaseExplicit", typeof(bool), TestPropertyAttributes.Hidden, typeof(
            TestCase));

    [Fact]
    public void Run_hides_that_a_case_is_explicit_when_the_whole_run_passes_it_over()
    {
        var seen = Run(new SelectedCase(Case(), RunsExplicit: false));

        seen.Properties.ShouldNotContain(Explicit);
    }

    [Fact]
    public void Run_leaves_a_case_explicit_that_the_whole_run_runs()
    {
        var seen = Run(new SelectedCase(Case(), RunsExplicit: true));

        seen.GetPropertyValue(Explicit).ShouldBe(true);
    }

    private static TestCase Run(SelectedCase selected)
    {
        var executor = new KeepingExecutor();
        new VsXunitSelector().Run(
            executor, [selected], new FakeRunContext(settingsXml: null, isBeingDebugged: false), new RecordingHandle());
        return executor.Cases.ShouldHaveSingleItem();
    }

    private static TestCase Case()
    {
        var test = new TestCase("N.T.Secret", new Uri("executor://xunit"), "/out/Shop.Tests.dll");
        test.SetPropertyValue(Explicit, true);
        return test;
    }

    private sealed class KeepingExecutor : ITestExecutor
    {
        public IReadOnlyList<TestCase> Cases { get; private set; } = [];

        public void RunTests(
            IEnumerable<TestCase>? tests, IRunContext? runContext, IFrameworkHandle? frameworkHandle) =>
            Cases = [.. tests ?? []];

        public void RunTests(
            IEnumerable<string>? sources, IRunContext? runContext, IFrameworkHandle? frameworkHandle) =>
            throw new NotSupportedException("A selection is never a source.");

        public void Cancel()
        {
        }
    }
}
