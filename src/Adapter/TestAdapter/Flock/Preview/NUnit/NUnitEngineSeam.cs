using System.Reflection;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Flock.Preview.NUnit;

/// <summary>Where NUnit's executor keeps the engine that runs tests, so that a stand-in can take its place.</summary>
internal sealed class NUnitEngineSeam
{
    private const string AdapterProperty = "NUnitEngineAdapter";
    private const string EngineProperty = "TestEngine";
    private const string EngineType = "NUnit.Engine.ITestEngine";

    private readonly ITestExecutor _executor;
    private readonly PropertyInfo _adapter;
    private readonly PropertyInfo _engine;

    private NUnitEngineSeam(ITestExecutor executor, PropertyInfo adapter, PropertyInfo engine) =>
        (_executor, _adapter, _engine) = (executor, adapter, engine);

    /// <exception cref="VsPreviewException">The executor is built in another way than those of versions 4 to
    /// 6.</exception>
    public static NUnitEngineSeam Of(ITestExecutor executor)
    {
        var adapter = executor.GetType().GetProperty(AdapterProperty, BindingFlags.Instance | BindingFlags.Public);
        var engine = adapter?.PropertyType.GetProperty(EngineProperty, BindingFlags.Instance | BindingFlags.NonPublic);
        return engine?.PropertyType.FullName == EngineType && engine.CanWrite
            ? new NUnitEngineSeam(executor, adapter!, engine)
            : throw VsPreviewException.UnknownVersion("NUnit3TestAdapter", executor.GetType().Assembly, "4 to 6");
    }

    /// <summary>
    /// Puts a stand-in where the engine is; does nothing when there is none yet, or when it is a stand-in already: the
    /// executor makes its engine anew for each run.
    /// </summary>
    /// <param name="standIn">Makes one, from the engine's interface and the engine.</param>
    public void ReplaceEngine(Func<Type, object, object> standIn)
    {
        var adapter = _adapter.GetValue(_executor);
        var engine = _engine.GetValue(adapter);
        if (engine is not null and not StandIn)
            _engine.SetValue(adapter, standIn(_engine.PropertyType, engine));
    }
}
