using System.Xml;
using System.Xml.Linq;

namespace TestFlock.Core.Settings;

/// <summary>The text of a whole run settings file, read safely: no DTD, nothing fetched from elsewhere.</summary>
public static class RunSettingsText
{
    internal const string Section = "TestFlock";

    private const long MostCharacters = 16 * 1024 * 1024;

    /// <summary>What the user's tests get to see of the settings: everything but the TestFlock section.</summary>
    /// <exception cref="XmlException">The text is no well-formed XML, or has a DTD.</exception>
    public static string WithoutFlock(string runSettingsXml)
    {
        var document = Parse(runSettingsXml, LoadOptions.PreserveWhitespace);
        document.Root!.Elements(Section).Remove();
        return document.ToString(SaveOptions.DisableFormatting);
    }

    /// <exception cref="XmlException">The text is no well-formed XML, or has a DTD.</exception>
    internal static XDocument Parse(string runSettingsXml, LoadOptions options)
    {
        var safe = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MostCharacters,
        };
        using var text = new StringReader(runSettingsXml);
        using var reader = XmlReader.Create(text, safe);
        return XDocument.Load(reader, options);
    }
}
