using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace TestFlock.TestAdapter.Flock.Preview.NUnit;

/// <summary>
/// Lets NUnit's own executor do the whole run, but for the engine's last step: where tests would be executed, the
/// engine is asked which ones they are.
/// </summary>
/// <remarks>
/// Nothing less gives the same selection: the adapter translates the platform's filter into a language of its own, with
/// other names, other escapes and matches on fixtures and namespaces; it knows <c>NUnit.Where</c>; and what becomes of
/// explicit tests depends on all the others that were selected.
/// </remarks>
internal sealed class NUnitPreviewer(ITestExecutor executor) : IVsPreviewer
{
    public IReadOnlyList<VsWantedTest> Preview(
        IReadOnlyList<string> sources, IRunContext context, IFrameworkHandle handle) =>
        Preview(context, handle, (dryContext, dryHandle) => executor.RunTests(sources, dryContext, dryHandle));

    public IReadOnlyList<VsWantedTest> Preview(
        IReadOnlyList<TestCase> testCases, IRunContext context, IFrameworkHandle handle) =>
        Preview(context, handle, (dryContext, dryHandle) => executor.RunTests(testCases, dryContext, dryHandle));

    public void Cancel() => executor.Cancel();

    private IReadOnlyList<VsWantedTest> Preview(
        IRunContext context, IFrameworkHandle handle, Action<IRunContext, IFrameworkHandle> run)
    {
        if (NUnitDryContext.HasOutput(context))
        {
            handle.SendMessage(
                TestMessageLevel.Warning,
                "TestFlock: <NUnit><TestOutputXml> writes no file when the tests run on a flock: no process runs all "
                + "of them. Use --logger trx, or leave the <TestFlock> section out of runs that need NUnit's file.");
        }

        var seam = NUnitEngineSeam.Of(executor);
        var dryHandle = new NUnitDryHandle(handle);
        object DryEngine(Type contract, object engine) => NUnitDryEngine.Create(contract, engine, dryHandle);
        run(new NUnitDryContext(context, () => seam.ReplaceEngine(DryEngine)), dryHandle);
        return dryHandle.Wanted;
    }
}
