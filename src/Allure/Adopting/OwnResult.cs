using System.Text.Json.Nodes;
using TestFlock.Allure.Format;
using TestFlock.Core.Reporting;

namespace TestFlock.Allure.Adopting;

/// <summary>A result that Allure's own adapter wrote in a test process.</summary>
/// <param name="json">As written, with the names that its files have here.</param>
/// <param name="place">Whose process it was.</param>
/// <param name="offset">What brings its moments to the coordinator's clock.</param>
internal sealed class OwnResult(JsonObject json, AttemptPlace place, TimeSpan offset)
{
    public JsonObject Json => json;

    public AttemptPlace Place => place;

    public TimeSpan Offset => offset;

    public string? FullName => Text("fullName");

    public string? Shown => Text("name");

    public string? Status => Text("status");

    /// <summary>By the clock of its process.</summary>
    public long Start => json["start"] is JsonValue value && value.TryGetValue(out long start) ? start : 0;

    public IReadOnlyList<AllureParameter> Parameters =>
    [
        .. ObjectsOf("parameters").Select(p => new AllureParameter(
            (string?)p["name"] ?? "", p["value"]?.ToString() ?? "")
        {
            Excluded = p["excluded"] is JsonValue excluded && excluded.TryGetValue(out bool isExcluded)
                ? isExcluded
                : null,
            Mode = p["mode"]?.ToString(),
        }),
    ];

    public string? Text(string name) =>
        json[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>The first of that name.</summary>
    public string? Label(string name) =>
        ObjectsOf("labels").FirstOrDefault(label => (string?)label["name"] == name)?["value"]?.ToString();

    public IEnumerable<JsonObject> ObjectsOf(string name) =>
        json[name] is JsonArray array ? array.OfType<JsonObject>() : [];
}
