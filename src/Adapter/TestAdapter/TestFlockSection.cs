using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace TestFlock.TestAdapter;

/// <summary>
/// The part of the run settings that is TestFlock's, and whether it distributes, before anything else is read from it.
/// </summary>
internal static class TestFlockSection
{
    private const string SectionName = "TestFlock";
    private const string EnabledName = "Enabled";

    /// <summary>Whether the run settings may have the section: false for certain, true by the name alone.</summary>
    /// <remarks>
    /// Most test runs have none: they shall not pay for a reader of XML, which costs more to load than all that an
    /// adapter in pass-through does.
    /// </remarks>
    public static bool IsNamedIn([NotNullWhen(true)] string? settingsXml) =>
        settingsXml is not null && settingsXml.Contains(SectionName, StringComparison.Ordinal);

    /// <summary>The <c>&lt;TestFlock&gt;</c> section of the run settings, if there is one.</summary>
    public static XElement? Find(string? settingsXml) => IsNamedIn(settingsXml) ? Parse(settingsXml) : null;

    /// <summary>
    /// True when the settings hold a <c>&lt;TestFlock&gt;</c> section that does not say
    /// <c>&lt;Enabled&gt;false&lt;/Enabled&gt;</c>.
    /// </summary>
    /// <remarks>
    /// Anything but a plain "no" counts as yes: a misspelt value must be reported by whoever reads the section, and
    /// must not quietly run everything on this machine.
    /// </remarks>
    public static bool IsEnabledIn(string? settingsXml) =>
        Find(settingsXml) is { } section && !IsNo(section.Element(EnabledName)?.Value);

    // Apart, so that the assembly is loaded only when it is called.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static XElement? Parse(string settingsXml) => XDocument.Parse(settingsXml).Root?.Element(SectionName);

    private static bool IsNo(string? value) =>
        Environment.ExpandEnvironmentVariables(value ?? "").Trim() is var text
        && (text.Equals("false", StringComparison.OrdinalIgnoreCase) || text == "0");
}
