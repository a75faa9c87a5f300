using System.Reflection;

namespace TestFlock.TestAdapter.Flock.Preview.NUnit;

/// <summary>NUnit's engine, whose runners explore instead of running.</summary>
internal class NUnitDryEngine : ForwardingProxy
{
    private const string RunnerType = "NUnit.Engine.ITestRunner";

    private NUnitDryHandle _handle = null!;

    public static NUnitDryEngine Create(Type contract, object engine, NUnitDryHandle handle)
    {
        var proxy = Create<NUnitDryEngine>(contract, engine);
        proxy._handle = handle;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var answer = base.Invoke(targetMethod, args);
        return targetMethod!.ReturnType.FullName == RunnerType
            ? NUnitDryRunner.Create(targetMethod.ReturnType, answer!, _handle)
            : answer;
    }
}
