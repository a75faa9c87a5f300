using System.Xml;
using System.Xml.Linq;

namespace TestFlock.TestAdapter.Flock.Preview.NUnit;

/// <summary>
/// One runner of NUnit's engine. Asked to run, it explores with the same filter, and tells the adapter of each test
/// what makes the adapter name it.
/// </summary>
internal static class NUnitDryRunner
{
    private const string RunMethod = "Run";
    private const string ExploreMethod = "Explore";

    public static object Create(Type contract, object runner, NUnitDryHandle handle) =>
        StandIn.Create(contract, runner, call => call.Method.Name == RunMethod ? Run(call, handle) : call.Forward());

    private static XmlNode Run(InterceptedCall call, NUnitDryHandle handle)
    {
        var (listener, filter) = (call.Arguments[0]!, call.Arguments[1]!);
        var explored = (XmlNode)call.Ask(call.Method.DeclaringType!.GetMethod(ExploreMethod)!, filter)!;
        using var reader = new XmlNodeReader(explored);
        var explicitTests = new NUnitExplicitRule(FilterXml(filter));
        foreach (var test in XElement.Load(reader).Descendants("test-case"))
        {
            handle.NextRunsExplicit = explicitTests.Runs(test);
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
