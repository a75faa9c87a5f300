namespace TestFlock.TestAdapter.Flock.Preview.NUnit;

/// <summary>NUnit's engine, whose runners explore instead of running.</summary>
internal static class NUnitDryEngine
{
    private const string RunnerType = "NUnit.Engine.ITestRunner";

    public static object Create(Type contract, object engine, NUnitDryHandle handle) =>
        StandIn.Create(contract, engine, call =>
            call.Method.ReturnType is { FullName: RunnerType } runner
                ? NUnitDryRunner.Create(runner, call.Forward()!, handle)
                : call.Forward());
}
