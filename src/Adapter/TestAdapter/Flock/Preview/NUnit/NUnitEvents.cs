using System.Xml.Linq;

namespace TestFlock.TestAdapter.Flock.Preview.NUnit;

/// <summary>What NUnit's engine reports at the end of a test, in its own XML.</summary>
internal static class NUnitEvents
{
    public static XElement Passed(XElement test)
    {
        var report = new XElement(test);
        report.SetAttributeValue("result", "Passed");
        report.SetAttributeValue("duration", "0.000000");
        report.SetAttributeValue("asserts", "0");
        return report;
    }
}
