using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using TestFlock.TestAdapter.Flock.Preview;
using TestFlock.TestAdapter.Flock.Preview.NUnit;

namespace TestFlock.TestAdapter.Selected;

/// <summary>
/// Makes NUnit begin no test after a failed one, and still run the tear-downs. NUnit itself can; but its adapter,
/// which has a setting of the same name, stops the engine by force besides, from within the engine's own event, and
/// then waits for it for ever. So the engine is told behind the adapter's back.
/// </summary>
internal static class NUnitFailureStop
{
    private const string RunnerType = "NUnit.Engine.ITestRunner";

    /// <returns>To be called in each run, once the executor has made its engine.</returns>
    public static Action For(ITestExecutor executor)
    {
        var seam = NUnitEngineSeam.Of(executor);
        return () => seam.ReplaceEngine(Create);
    }

    private static object Create(Type contract, object engine) => StandIn.Create(contract, engine, call =>
    {
        if (call.Method.ReturnType.FullName == RunnerType)
            Demand(call.Arguments[0]!);
        return call.Forward();
    });

    private static void Demand(object testPackage)
    {
        var settings = testPackage.GetType().GetProperty("Settings")!.GetValue(testPackage)!;
        var package = (IDictionary<string, object>)settings;
        package["StopOnError"] = true;

        // Which test a process died of must be known: what came before it has passed, what comes after it is not run.
        package["SynchronousEvents"] = true;
    }
}
