using System.Xml.Linq;

namespace TestFlock.TestAdapter.Flock.Preview.NUnit;

/// <summary>What NUnit's engine reports at the end of a test, in its own XML.</summary>
internal static class NUnitEvents
{
    /// <summary>
    /// The test's own attributes and no more: by them the adapter finds the test, and of what is inside, such as
    /// properties, it has read all it wants when it explored.
    /// </summary>
    public static string Passed(XElement test)
    {
        var report = new XElement(test.Name, test.Attributes());
        report.SetAttributeValue("result", "Passed");
        report.SetAttributeValue("duration", "0.000000");
        report.SetAttributeValue("asserts", "0");
        return report.ToString(SaveOptions.DisableFormatting);
    }
}
