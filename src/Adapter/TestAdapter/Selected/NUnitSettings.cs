using System.Globalization;
using System.Xml.Linq;

namespace TestFlock.TestAdapter.Selected;

/// <summary>Run settings as NUnit's adapter reads them.</summary>
internal static class NUnitSettings
{
    private const string Section = "NUnit";

    /// <summary>
    /// The settings with <paramref name="where"/> as NUnit's filter. A filter of the user's has done its work when the
    /// test cases were chosen.
    /// </summary>
    public static string WithWhere(string? settingsXml, string where)
    {
        var document = string.IsNullOrWhiteSpace(settingsXml)
            ? new XDocument(new XElement("RunSettings"))
            : XDocument.Parse(settingsXml);
        var section = document.Root!.Element(Section);
        if (section is null)
            document.Root.Add(section = new XElement(Section));

        section.SetElementValue("Where", where);

        // Beyond this number of tests the adapter drops the filter, and runs everything.
        section.SetElementValue("AssemblySelectLimit", int.MaxValue.ToString(CultureInfo.InvariantCulture));
        return document.ToString(SaveOptions.DisableFormatting);
    }
}
