using System.Text.Json;
using TestFlock.Allure.Configuration;
using TestFlock.Allure.Format;
using TestFlock.Contracts;

namespace TestFlock.Allure.Results;

/// <summary>
/// What tests say of themselves, in each framework's way: tags, people, severity, behaviours, links, and labels of the
/// user's own.
/// </summary>
internal sealed class Metadata
{
    private static readonly string[] CategoryProperties = ["NUnit.TestCategory", "MSTestDiscoverer.TestCategory"];
    private static readonly string[] Severities = ["blocker", "critical", "normal", "minor", "trivial"];

    private readonly List<AllureLabel> _labels = [];
    private readonly List<AllureLink> _links = [];

    private Metadata()
    {
    }

    public IReadOnlyList<AllureLabel> Labels => _labels;

    public IReadOnlyList<AllureLink> Links => _links;

    /// <summary>In Markdown; null when the test has none.</summary>
    public string? Description { get; private set; }

    public static Metadata Of(TestCase test, LinkTemplates templates)
    {
        var metadata = new Metadata();
        foreach (var property in test.Properties)
            metadata.Take(property);
        foreach (var trait in test.Traits)
            metadata.Take(trait, templates);
        return metadata;
    }

    private void Take(PropertyValue property)
    {
        if (property.Id == "Description" && property.Value is { ValueKind: JsonValueKind.String } text)
            Description = text.GetString();
        if (CategoryProperties.Contains(property.Id) && property.Value is { ValueKind: JsonValueKind.Array } categories)
        {
            foreach (var category in categories.EnumerateArray().Where(c => c.ValueKind == JsonValueKind.String))
                Add("tag", category.GetString()!);
        }
    }

    private void Take(Trait trait, LinkTemplates templates)
    {
        var value = trait.Value;
        if (trait.Name.StartsWith("TestFlock.", StringComparison.Ordinal) || value.Length == 0)
            return;
        switch (trait.Name.ToLowerInvariant())
        {
            case "category" or "tag":
                Add("tag", value);
                break;
            case "owner" or "author":
                Add("owner", value);
                break;
            case "severity" or "priority" when Severities.Contains(value, StringComparer.OrdinalIgnoreCase):
                Add("severity", value.ToLowerInvariant());
                break;
            case "epic" or "feature" or "story" or "parentsuite" or "suite" or "subsuite" or "layer":
                Add(NameOf(trait.Name), value);
                break;
            case "allureid" or "allure_id":
                Add("ALLURE_ID", value);
                break;
            case "description":
                Description = value;
                break;
            case "issue" or "jira" when templates.Find("issue", value) is { } issue:
                _links.Add(issue);
                break;
            case "tms" when templates.Find("tms", value) is { } tms:
                _links.Add(tms);
                break;
            case "link" when templates.Find("link", value) is { } link:
                _links.Add(link);
                break;
            default:
                Add(trait.Name, value);
                break;
        }
    }

    private void Add(string name, string value)
    {
        var label = new AllureLabel(name, value);
        if (!_labels.Contains(label))
            _labels.Add(label);
    }

    private static string NameOf(string trait) => trait.ToLowerInvariant() switch
    {
        "parentsuite" => "parentSuite",
        "subsuite" => "subSuite",
        var name => name,
    };
}
