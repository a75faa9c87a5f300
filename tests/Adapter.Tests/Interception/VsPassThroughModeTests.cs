namespace TestFlock.TestAdapter.Tests.Interception;

public sealed class VsPassThroughModeTests
{
    private static readonly FakeRunContext Context = new(settingsXml: null, isBeingDebugged: false);

    private readonly VsFrameworkAdapter _adapter = FakeFramework.LoadAdapter();
    private readonly VsPassThroughMode _mode = new();

    private FakeExecutor Executor => (FakeExecutor)_adapter.Executor;

    [Fact]
    public void Cancel_while_tests_run_reaches_the_framework()
    {
        Executor.WhileRunning = _mode.Cancel;

        _mode.RunTests(_adapter, ["a.dll"], Context, null!);

        Executor.Cancellations.ShouldBe(1);
    }

    [Fact]
    public void Cancel_before_tests_run_keeps_them_from_running()
    {
        _mode.Cancel();

        _mode.RunTests(_adapter, ["a.dll"], Context, null!);

        Executor.Runs.ShouldBe(0);
    }
}
