using System.Text.RegularExpressions;
using System.Xml;
using TestFlock.Contracts;

namespace TestFlock.Core.Planning;

/// <summary>
/// Which tests NUnit's adapter cannot select by themselves. It asks the framework by full name, within XML: a row that
/// is named as its method is stands for all rows of the method, and a name that XML cannot hold is found only by its
/// method.
/// </summary>
internal sealed partial class NUnitSelection
{
    private readonly HashSet<(string Source, string Suite)> _inseparable = [];

    /// <summary>
    /// All cases must be looked at before the first answer: rows come before and after the one that binds them.
    /// </summary>
    public void Look(TestCase test, TestPlace place)
    {
        if (!IsNUnit(test))
            return;
        if (test.FullyQualifiedName == SuiteOf(test, place))
            _inseparable.Add((test.Source, SuiteOf(test, place)));
        if (HasUnspeakableName(test))
            _inseparable.Add((test.Source, MethodOf(place)));
    }

    /// <summary>What is selected whole when this test is; null when it can be selected by itself.</summary>
    public string? FindWhole(TestCase test, TestPlace place)
    {
        if (!IsNUnit(test))
            return null;
        if (_inseparable.Contains((test.Source, MethodOf(place))))
            return MethodOf(place);
        var suite = SuiteOf(test, place);
        return _inseparable.Contains((test.Source, suite)) ? suite : null;
    }

    private static bool IsNUnit(TestCase test) =>
        test.ExecutorUri.Contains("nunit", StringComparison.OrdinalIgnoreCase);

    private static string MethodOf(TestPlace place) => $"{place.Class}.{place.Method}";

    /// <summary>The method within its fixture, the fixture's arguments included.</summary>
    private static string SuiteOf(TestCase test, TestPlace place) =>
        $"{test.FullyQualifiedName.AsSpan(0, place.FixtureLength)}.{place.Method}";

    private static bool HasUnspeakableName(TestCase test) =>
        test.FullyQualifiedName.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF') >= 0
            && !IsXml(test.FullyQualifiedName)
        || test.FullyQualifiedName.Contains("\\u", StringComparison.Ordinal)
            && Escape().IsMatch(test.FullyQualifiedName);

    private static bool IsXml(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (i + 1 < name.Length && XmlConvert.IsXmlSurrogatePair(name[i + 1], name[i]))
                i++;
            else if (!XmlConvert.IsXmlChar(name[i]))
                return false;
        }

        return true;
    }

    /// <summary>How NUnit itself writes a character that XML cannot hold.</summary>
    [GeneratedRegex(@"\\u[0-9A-Fa-f]{4}")]
    private static partial Regex Escape();
}
