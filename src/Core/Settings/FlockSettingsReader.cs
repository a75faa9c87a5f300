using System.Xml;
using System.Xml.Linq;
using TestFlock.Core.Settings.Reading;
using TestFlock.Core.Texts;

namespace TestFlock.Core.Settings;

/// <summary>
/// Reads the <c>&lt;TestFlock&gt;</c> section of run settings, and tells everything that is wrong with it at once.
/// </summary>
public sealed class FlockSettingsReader
{
    private readonly Func<string, string?> _environment;
    private readonly IReadOnlyList<NotAvailableYet.Entry> _notAvailableYet;

    /// <param name="environment">The caller's environment variables by name; null for what is not set.</param>
    public FlockSettingsReader(Func<string, string?> environment)
        : this(environment, NotAvailableYet.Table)
    {
    }

    internal FlockSettingsReader(
        Func<string, string?> environment, IReadOnlyList<NotAvailableYet.Entry> notAvailableYet)
    {
        _environment = environment;
        _notAvailableYet = notAvailableYet;
    }

    /// <param name="runSettingsXml">The text of the whole run settings; empty for none.</param>
    /// <param name="isAsWritten">
    /// Whether the text is the user's own, so that errors can tell its lines. What reaches an adapter is not: the test
    /// platform merges settings from several places and writes them anew, without comments and empty lines.
    /// </param>
    public SettingsReading Read(string runSettingsXml, bool isAsWritten = false)
    {
        if (string.IsNullOrWhiteSpace(runSettingsXml))
            return new SettingsReading();

        var errors = new ErrorList(isAsWritten);
        if (FindSection(runSettingsXml, errors) is not { } section)
            return new SettingsReading { Errors = errors.All };

        var sheet = new SettingsSheet(SectionScan.Read(section, errors), new VariableExpansion(_environment), errors);
        if (!sheet.Read(TopElements.Enabled, true))
            return new SettingsReading();

        var collectors = DataCollectors.FindIn(section.Parent!);
        var settings = ReadAll(sheet, collectors.Count > 0
            ? Contracts.Isolation.Process
            : Contracts.Isolation.Warm) with { AsWritten = WrittenSection.Show(section) };
        SettingsRules.Check(settings, collectors, sheet, errors);
        NotAvailableYet.Check(_notAvailableYet, settings, sheet, errors);
        return errors.All is { Count: > 0 } all
            ? new SettingsReading { Errors = all }
            : new SettingsReading { Settings = settings, Warnings = [.. SettingsRules.FindIneffective(settings)] };
    }

    private static XElement? FindSection(string runSettingsXml, ErrorList errors)
    {
        XElement root;
        try
        {
            root = RunSettingsText.Parse(runSettingsXml, LoadOptions.SetLineInfo).Root!;
        }
        catch (XmlException e)
        {
            // The parser's own message may quote what stands there, which may be a password.
            errors.Add("The run settings", e.LineNumber > 0 ? e.LineNumber : null,
                $"they are no well-formed XML without a DTD (position {e.LinePosition}).",
                "Correct them there; & must be written &amp; and < must be written &lt;.");
            return null;
        }

        var sections = root.Elements(RunSettingsText.Section).ToArray();
        foreach (var extra in sections.Skip(1))
        {
            errors.Add(
                $"<{RunSettingsText.Section}>", LineOf(extra), "it stands there more than once.", "Keep one of them.");
        }

        if (sections.Length == 0)
            FindMisspelled(root, errors);
        return sections.FirstOrDefault();
    }

    private static void FindMisspelled(XElement root, ErrorList errors)
    {
        foreach (var element in root.Elements())
        {
            if (NearestName.Find(element.Name.LocalName, [RunSettingsText.Section]) is not null)
            {
                errors.Add($"<{element.Name.LocalName}>", LineOf(element), "there is no such section.",
                    $"Write <{RunSettingsText.Section}> if that is what you mean, or take it out.");
            }
        }
    }

    private static FlockSettings ReadAll(SettingsSheet sheet, Contracts.Isolation isolation) => new()
    {
        Broker = sheet.Read(TopElements.Broker, ServerChoice.Embedded).Address,
        Coordination = sheet.Read(TopElements.Coordination, ServerChoice.Embedded).Address,
        Slots = sheet.TryRead(TopElements.Slots, out var slots) ? slots : null,
        Suite = sheet.TryRead(TopElements.Suite, out var suite) ? suite : null,
        Priority = sheet.Read(TopElements.Priority, Coordination.RunPriority.Normal),
        Isolation = sheet.Read(TopElements.Isolation, isolation),
        Unit = sheet.Read(TopElements.Unit, UnitSize.Auto),
        Requires = sheet.Read(TopElements.Requires, Matching.RequirementSet.None),
        WhenNoAgents = sheet.Read(TopElements.WhenNoAgents, NoAgentsPolicy.Fail),
        Progress = sheet.Read(TopElements.Progress, ProgressStyle.Lines),
        Environment = EnvironmentElement.Read(sheet),
        Variables = VariablesElement.Read(sheet),
        Package = PackageElement.Read(sheet),
        LargestAttachment = AttachmentsElement.Read(sheet),
        Retry = RetryElement.Read(sheet),
        QuarantineFile = QuarantineElement.Read(sheet),
        Resume = sheet.TryRead(TopElements.Resume, out var resume) ? resume : null,
        Timeouts = TimeoutsElement.Read(sheet),
        Allure = AllureElement.Read(sheet) ?? (sheet.Find("TestOps") is null ? null : new AllureOptions()),
        TestOps = TestOpsElement.Read(sheet),
    };

    private static int LineOf(IXmlLineInfo element) => element.LineNumber;
}
