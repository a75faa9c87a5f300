using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using TestFlock.TestAdapter.Flock.Preview;
using TestFlock.TestAdapter.Flock.Preview.NUnit;
using TestFlock.TestAdapter.Tests.Interception;

namespace TestFlock.TestAdapter.Tests.Flock.Preview;

public class NUnitEngineSeamTests
{
    [Fact]
    public void Executor_without_the_known_place_is_refused_with_the_cure()
    {
        var error = Should.Throw<VsPreviewException>(() => NUnitEngineSeam.Of(new Stranger())).Message;

        var version = typeof(Stranger).Assembly.GetName().Version;
        error.ShouldContain(
            $"cannot ask NUnit3TestAdapter {version} which tests a run would select: it knows versions 4 to 6");
        error.ShouldContain("<Enabled>false</Enabled>");
    }

    [Fact]
    public void Executor_without_the_known_place_is_never_run() =>
        Should.Throw<VsPreviewException>(() => new NUnitPreviewer(new Stranger()).Preview(
            ["/a.dll"], new FakeRunContext(settingsXml: null, isBeingDebugged: false), new RecordingHandle()));

    private sealed class Stranger : ITestExecutor
    {
        public void RunTests(
            IEnumerable<TestCase>? tests, IRunContext? runContext, IFrameworkHandle? frameworkHandle) =>
            Assert.Fail("It would have run the tests for real.");

        public void RunTests(
            IEnumerable<string>? sources, IRunContext? runContext, IFrameworkHandle? frameworkHandle) =>
            Assert.Fail("It would have run the tests for real.");

        public void Cancel()
        {
        }
    }
}
