using System.Xml.Linq;

namespace TestFlock.TestAdapter;

/// <summary>
/// What the run settings say about whether TestFlock distributes, before anything else is read from them.
/// </summary>
internal static class TestFlockSection
{
    private const string SectionName = "TestFlock";
    private const string EnabledName = "Enabled";

    /// <summary>
    /// True when the settings hold a <c>&lt;TestFlock&gt;</c> section that does not say
    /// <c>&lt;Enabled&gt;false&lt;/Enabled&gt;</c>.
    /// </summary>
    /// <remarks>
    /// Anything but a plain "no" counts as yes: a misspelt value must be reported by whoever reads the section, and
    /// must not quietly run everything on this machine.
    /// </remarks>
    public static bool IsEnabledIn(string? settingsXml)
    {
        if (string.IsNullOrWhiteSpace(settingsXml))
            return false;

        var section = XDocument.Parse(settingsXml).Root?.Element(SectionName);
        return section is not null && !IsNo(section.Element(EnabledName)?.Value);
    }

    private static bool IsNo(string? value) =>
        Environment.ExpandEnvironmentVariables(value ?? "").Trim() is var text
        && (text.Equals("false", StringComparison.OrdinalIgnoreCase) || text == "0");
}
