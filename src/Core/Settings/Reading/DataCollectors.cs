using System.Xml.Linq;

namespace TestFlock.Core.Settings.Reading;

/// <summary>The data collectors that run settings switch on, such as coverage and blame.</summary>
internal static class DataCollectors
{
    /// <param name="runSettings">The root of the run settings.</param>
    /// <returns>What people call them, each once.</returns>
    public static IReadOnlyList<string> FindIn(XElement runSettings) =>
    [
        .. runSettings.Elements("DataCollectionRunSettings").Elements("DataCollectors").Elements("DataCollector")
            .Concat(runSettings.Elements("InProcDataCollectionRunSettings").Elements("InProcDataCollectors").Elements(
                "InProcDataCollector"))
            .Where(IsOn)
            .Select(c => c.Attribute("friendlyName")?.Value ?? c.Attribute("uri")?.Value ?? "without a name")
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static bool IsOn(XElement collector) =>
        !string.Equals(collector.Attribute("enabled")?.Value, "false", StringComparison.OrdinalIgnoreCase);
}
