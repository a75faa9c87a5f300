using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Interception;

public sealed class CancellationTests
{
    private const string Suite =
        """
        using Microsoft.VisualStudio.TestTools.UnitTesting;

        [TestClass]
        public class Suite
        {
            public TestContext TestContext { get; set; }

            [TestMethod]
            public void First()
            {
            }

            [TestMethod]
            public void WaitsToBeCancelled() => TestContext.CancellationToken.WaitHandle.WaitOne();

            [TestMethod]
            public void Last()
            {
            }
        }
        """;

    [Fact]
    public async Task Control_C_reaches_the_framework_in_pass_through()
    {
        using var workspace = await Workspace.CreateAsync();
        var project = FrameworkVersion.MSTest4.AddPackages(new TestProject(workspace, "Suite")).Write(
            "Suite.cs", Suite);
        project.UsesTestFlock = true;
        (await project.Save().BuildAsync()).ShouldSucceed();

        using var run = workspace.StartDotnet("test", project.Assembly, "--logger", "console;verbosity=normal");
        await run.WaitForLineAsync(line => line.Contains("Passed First"));
        await run.InterruptAsync();

        // It only ends if the framework hears of it: the second test waits for nothing else.
        var ended = await run.WaitForExitAsync();
        ended.ExitCode.ShouldNotBe(0, ended.ToString());
        ended.Output.ShouldNotContain("Passed Last");
    }
}
