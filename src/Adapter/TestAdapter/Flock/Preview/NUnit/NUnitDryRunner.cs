using System.Reflection;
using System.Xml;
using System.Xml.Linq;

namespace TestFlock.TestAdapter.Flock.Preview.NUnit;

/// <summary>
/// One runner of NUnit's engine. Asked to run, it explores with the same filter, and tells the adapter of each test
/// what makes the adapter name it.
/// </summary>
internal sealed class NUnitDryRunner
{
    private const string RunMethod = "Run";
    private const string ExploreMethod = "Explore";

    private readonly NUnitDryHandle _handle;

    // The adapter explores before it runs, mostly with the filter that it then runs with.
    private (string Filter, XmlNode Tests)? _explored;

    private NUnitDryRunner(NUnitDryHandle handle) => _handle = handle;

    public static object Create(Type contract, object runner, NUnitDryHandle handle)
    {
        var dry = new NUnitDryRunner(handle);
        return StandIn.Create(contract, runner, call => call.Method.Name switch
        {
            RunMethod => dry.Run(call),
            ExploreMethod => dry.Explore(call, call.Method, filter: call.Arguments[0]!),
            _ => call.Forward(),
        });
    }

    private XmlNode Explore(InterceptedCall call, MethodInfo explore, object filter)
    {
        var text = TextOf(filter);
        if (_explored is { } known && known.Filter == text)
            return known.Tests;
        var tests = (XmlNode)call.Ask(explore, filter)!;
        _explored = (text, tests);
        return tests;
    }

    private XmlNode Run(InterceptedCall call)
    {
        var (listener, filter) = (call.Arguments[0]!, call.Arguments[1]!);
        var explored = Explore(call, call.Method.DeclaringType!.GetMethod(ExploreMethod)!, filter);
        using var reader = new XmlNodeReader(explored);
        var explicitTests = new NUnitExplicitRule(XElement.Parse(TextOf(filter)));
        var tell = listener.GetType().GetMethod("OnTestEvent", [typeof(string)])!
            .CreateDelegate<Action<string>>(listener);
        foreach (var test in XElement.Load(reader).Descendants("test-case"))
        {
            _handle.NextRunsExplicit = explicitTests.Runs(test);
            tell(NUnitEvents.Passed(test));
        }

        return explored;
    }

    private static string TextOf(object filter) => (string)filter.GetType().GetProperty("Text")!.GetValue(filter)!;
}
