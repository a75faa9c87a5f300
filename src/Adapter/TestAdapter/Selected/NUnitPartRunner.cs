using System.Xml;
using TestFlock.TestAdapter.Flock.Preview;

namespace TestFlock.TestAdapter.Selected;

/// <summary>
/// A runner of NUnit's engine that has loaded a part of an assembly, or the whole where that was not enough.
/// </summary>
internal sealed class NUnitPartRunner
{
    private const string ExploreMethod = "Explore";
    private const string Load = "LOAD"; // NUnit's own word; its adapter uses it for its setting PreFilter

    private readonly InterceptedCall _creation;
    private readonly IDictionary<string, object> _package;
    private readonly IReadOnlySet<string> _tests;
    private object _runner;

    /// <param name="creation">Asks the engine for a runner of a package.</param>
    /// <param name="classes">What to load.</param>
    /// <param name="tests">Full names of the tests that must be found.</param>
    public NUnitPartRunner(InterceptedCall creation, IReadOnlyList<string> classes, IReadOnlySet<string> tests)
    {
        var package = creation.Arguments[0]!;
        _creation = creation;
        _package = (IDictionary<string, object>)package.GetType().GetProperty("Settings")!.GetValue(package)!;
        _package[Load] = classes.ToList();
        _tests = tests;
        _runner = creation.Forward()!;
    }

    public object StandIn(Type contract) => Flock.Preview.StandIn.Create(contract, _runner, Answer);

    private object? Answer(InterceptedCall call)
    {
        var answer = Forward(call);
        if (call.Method.Name != ExploreMethod || !_package.ContainsKey(Load) || HasAll((XmlNode)answer!))
            return answer;
        (_runner as IDisposable)?.Dispose();
        _package.Remove(Load);
        _runner = _creation.Forward()!;
        return Forward(call);
    }

    private object? Forward(InterceptedCall call) => (call with { Original = _runner }).Forward();

    // A name that NUnit writes otherwise than it is (control characters) is not found, which costs the whole assembly.
    private bool HasAll(XmlNode explored)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (XmlElement test in explored.SelectNodes("//test-case")!)
            found.Add(test.GetAttribute("fullname"));
        return found.IsSupersetOf(_tests);
    }
}
