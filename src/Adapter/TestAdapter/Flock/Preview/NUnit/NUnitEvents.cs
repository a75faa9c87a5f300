using System.Xml.Linq;

namespace TestFlock.TestAdapter.Flock.Preview.NUnit;

/// <summary>What NUnit's engine would report at the end of a test, in its own XML.</summary>
internal static class NUnitEvents
{
    public static XElement Passed(XElement test) => Finished(test, "Passed");

    /// <param name="test">The test as the engine explored it.</param>
    /// <param name="reason">May be empty, as it is for an attribute without a reason.</param>
    public static XElement SkippedAsExplicit(XElement test, string reason)
    {
        var report = Finished(test, "Skipped");
        report.SetAttributeValue("label", "Explicit");
        if (!string.IsNullOrWhiteSpace(reason))
            report.Add(new XElement("reason", new XElement("message", new XCData(reason))));
        return report;
    }

    private static XElement Finished(XElement test, string result)
    {
        var report = new XElement(test);
        report.SetAttributeValue("result", result);
        report.SetAttributeValue("duration", "0.000000");
        report.SetAttributeValue("asserts", "0");
        return report;
    }
}
