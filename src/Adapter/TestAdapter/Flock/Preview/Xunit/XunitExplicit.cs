using System.Xml.Linq;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Flock.Preview.Xunit;

/// <summary>
/// xUnit's adapter runs explicit tests when all test cases of a call are explicit. An agent is given a part of them, so
/// what the whole run decides goes along as a setting.
/// </summary>
internal static class XunitExplicit
{
    private const string Property = "XunitTestCaseExplicit";
    private const string Section = "xUnit";
    private const string Setting = "Explicit";
    private static readonly string[] Known = ["on", "off", "only"];

    public static bool IsExplicit(TestCase testCase) =>
        TestProperty.Find(Property) is { } property && testCase.GetPropertyValue(property, false);

    /// <summary>The run's settings with the decision in them; null when the user's say it already.</summary>
    public static string? Settle(IRunContext context, bool runsExplicitTests)
    {
        var settings = XDocument.Parse(context.RunSettings?.SettingsXml ?? "<RunSettings/>");
        var section = settings.Root!.Element(Section);

        // As the adapter does: what it does not know counts as not set.
        if (section?.Element(Setting)?.Value is { } value && Known.Contains(value, StringComparer.OrdinalIgnoreCase))
            return null;

        if (section is null)
            settings.Root.Add(section = new XElement(Section));
        section.SetElementValue(Setting, runsExplicitTests ? "on" : "off");
        return settings.ToString();
    }
}
