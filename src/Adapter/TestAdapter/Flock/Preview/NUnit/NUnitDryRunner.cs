using System.Reflection;
using System.Xml;
using System.Xml.Linq;

namespace TestFlock.TestAdapter.Flock.Preview.NUnit;

/// <summary>
/// One runner of NUnit's engine. Asked to run, it explores with the same filter, and tells the adapter of each test what
/// makes the adapter name it.
/// </summary>
internal class NUnitDryRunner : ForwardingProxy
{
    private const string RunMethod = "Run";
    private const string ExploreMethod = "Explore";

    private MethodInfo _explore = null!;
    private NUnitDryHandle _handle = null!;

    public static NUnitDryRunner Create(Type contract, object runner, NUnitDryHandle handle)
    {
        var proxy = Create<NUnitDryRunner>(contract, runner);
        proxy._explore = contract.GetMethod(ExploreMethod)!;
        proxy._handle = handle;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name == RunMethod
            ? Run(listener: args![0]!, filter: args[1]!)
            : base.Invoke(targetMethod, args);

    private XmlNode Run(object listener, object filter)
    {
        var explored = (XmlNode)Forward(_explore, [filter])!;
        using var reader = new XmlNodeReader(explored);
        var explicitTests = new NUnitExplicitRule(FilterXml(filter));
        foreach (var test in XElement.Load(reader).Descendants("test-case"))
        {
            _handle.NextRunsExplicit = explicitTests.Runs(test);
            Tell(listener, NUnitEvents.Passed(test));
        }

        return explored;
    }

    private static XElement FilterXml(object filter) =>
        XElement.Parse((string)filter.GetType().GetProperty("Text")!.GetValue(filter)!);

    private static void Tell(object listener, XElement report) =>
        listener.GetType().GetMethod("OnTestEvent", [typeof(string)])!
            .Invoke(listener, [report.ToString(SaveOptions.DisableFormatting)]);
}
