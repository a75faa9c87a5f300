using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TestFlock.TestAdapter.Flock.Preview.NUnit;

/// <summary>
/// NUnit's rule for tests that are marked explicit, or are in a fixture that is: they run when the filter names them,
/// not when it merely lets them through.
/// </summary>
/// <remarks>
/// The same as <c>IsExplicitMatch</c> of the filters in NUnit's framework, which its engine does not tell.
/// </remarks>
internal sealed class NUnitExplicitRule(XElement filter)
{
    /// <summary>Whether it runs; only asked of tests that passed the filter.</summary>
    public bool Runs(XElement test) =>
        test.AncestorsAndSelf().Where(IsExplicit).All(node => Names(filter, node));

    private static bool IsExplicit(XElement node) => (string?)node.Attribute("runstate") == "Explicit";

    private static bool Names(XElement filter, XElement node) => filter.Name.LocalName switch
    {
        "filter" or "and" => filter.HasElements && filter.Elements().All(part => Names(part, node)),
        "or" => filter.Elements().Any(part => Names(part, node)),
        "not" => false,
        _ => node.DescendantsAndSelf().Where(IsTest).Any(test => Matches(filter, test)),
    };

    private static bool IsTest(XElement node) => node.Name.LocalName is "test-case" or "test-suite";

    private static bool Matches(XElement condition, XElement test)
    {
        var values = Values(condition, test);
        return (string?)condition.Attribute("re") == "1"
            ? values.Any(value => Regex.IsMatch(value, condition.Value))
            : values.Contains(condition.Value);
    }

    private static IEnumerable<string> Values(XElement condition, XElement test) => condition.Name.LocalName switch
    {
        "test" => Attribute(test, "fullname"),
        "id" => Attribute(test, "id"),
        "name" => Attribute(test, "name"),
        "class" => Attribute(test, "classname"),
        "method" => Attribute(test, "methodname"),
        "cat" => Properties(test, "Category"),
        "prop" => Properties(test, (string?)condition.Attribute("name")),
        "namespace" => Attribute(test, "classname").Select(name => name[..Math.Max(name.LastIndexOf('.'), 0)]),
        _ => [],
    };

    private static IEnumerable<string> Attribute(XElement test, string name) =>
        test.Attribute(name) is { } attribute ? [attribute.Value] : [];

    private static IEnumerable<string> Properties(XElement test, string? name) =>
        from property in test.Elements("properties").Elements("property")
        where (string?)property.Attribute("name") == name
        select (string?)property.Attribute("value") ?? "";
}
