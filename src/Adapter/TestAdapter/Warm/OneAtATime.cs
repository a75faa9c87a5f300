using System.Globalization;
using System.Xml.Linq;

namespace TestFlock.TestAdapter.Warm;

/// <summary>Run settings under which no framework runs tests side by side.</summary>
internal static class OneAtATime
{
    /// <summary>The settings, with parallel execution off in the words of the platform and of each framework.</summary>
    public static string In(string? settingsXml)
    {
        var document = string.IsNullOrWhiteSpace(settingsXml)
            ? new XDocument(new XElement("RunSettings"))
            : XDocument.Parse(settingsXml);
        var root = document.Root!;
        Section(root, "RunConfiguration").SetElementValue("DisableParallelization", "true");

        // None at all would take NUnit's tests off the worker threads that they run on natively.
        Section(root, "NUnit").SetElementValue("NumberOfTestWorkers", 1.ToString(CultureInfo.InvariantCulture));
        Section(root, "xUnit").SetElementValue("ParallelizeTestCollections", "false");
        return document.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Section(XElement root, string name)
    {
        var section = root.Element(name);
        if (section is null)
            root.Add(section = new XElement(name));
        return section;
    }
}
