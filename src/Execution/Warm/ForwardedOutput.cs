using System.Xml.Linq;

namespace TestFlock.Execution.Warm;

/// <summary>Whether the user wants to read what test hosts write, in the words of the test platform.</summary>
internal static class ForwardedOutput
{
    // Each says no; from either comes silence.
    private static readonly string[] Settings = ["CaptureStandardOutput", "ForwardStandardOutput"];
    private static readonly string[] Variables =
        ["VSTEST_DISABLE_STANDARD_OUTPUT_CAPTURING", "VSTEST_DISABLE_STANDARD_OUTPUT_FORWARDING"];

    public static bool IsWanted(string settingsXml, IReadOnlyDictionary<string, string> environment)
    {
        var configuration = XDocument.Parse(settingsXml).Root!.Element("RunConfiguration");
        return !Array.Exists(Settings, s => bool.TryParse(configuration?.Element(s)?.Value.Trim(), out var on) && !on)
            && !Array.Exists(Variables, v => environment.TryGetValue(v, out var off) && off == "1");
    }
}
