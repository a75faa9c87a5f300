using System.Xml.Linq;

namespace TestFlock.Execution.Calls;

/// <summary>The run settings of one call: the caller's, without what belongs to the run as a whole.</summary>
internal static class CallSettings
{
    /// <summary>What the test platform wrote in, or what has done its work when the test cases were chosen.</summary>
    private static readonly string[] OfTheWholeRun =
        ["ResultsDirectory", "TestCaseFilter", "DesignMode", "TestSessionTimeout"];

    /// <summary>
    /// Rewrites the assemblies in the output folder, before anything runs and until the end. The caller's own
    /// collector has done so, for all processes that run from that folder; one more for each call would rewrite them
    /// under its feet.
    /// </summary>
    private const string CoverageCollector = "XPlat Code Coverage";

    /// <param name="callerXml">The caller's settings; empty when there are none.</param>
    /// <param name="selectionFile">Full path of the file that lists the test cases.</param>
    /// <param name="results">Full path of the call's own results directory.</param>
    /// <exception cref="System.Xml.XmlException">The caller's settings are no XML.</exception>
    public static string ForSelection(string callerXml, string selectionFile, string results) =>
        For(callerXml, new XElement("Selection", selectionFile), results);

    /// <inheritdoc cref="ForSelection"/>
    public static string ForWarmHost(string callerXml, string results) =>
        For(callerXml, new XElement("WarmHost"), results);

    private static string For(string callerXml, XElement purpose, string results)
    {
        var document = string.IsNullOrWhiteSpace(callerXml)
            ? new XDocument(new XElement("RunSettings"))
            : XDocument.Parse(callerXml, LoadOptions.PreserveWhitespace);
        var root = document.Root!;

        // The caller's loggers report the whole run, once; a TRX file for each call would be none of it.
        Remove(root, "LoggerRunSettings");
        Remove(root, "TestFlock");
        root.Add(new XElement("TestFlock", purpose));

        // One file, which each call would write anew, with its own few tests.
        foreach (var framework in root.Elements("NUnit"))
            Remove(framework, "TestOutputXml");
        root.Elements("DataCollectionRunSettings").Descendants("DataCollector").Where(IsCoverage).Remove();

        var configuration = root.Element("RunConfiguration");
        if (configuration is null)
            root.AddFirst(configuration = new XElement("RunConfiguration"));
        foreach (var name in OfTheWholeRun)
            Remove(configuration, name);
        configuration.Add(new XElement("ResultsDirectory", results));
        return document.ToString(SaveOptions.DisableFormatting);
    }

    private static bool IsCoverage(XElement collector) =>
        string.Equals(
            collector.Attribute("friendlyName")?.Value, CoverageCollector, StringComparison.OrdinalIgnoreCase);

    private static void Remove(XElement parent, string name) => parent.Elements(name).Remove();
}
