using System.Globalization;
using System.Text.Json;

namespace TestFlock.Core.Quarantines;

/// <summary>
/// Reads <c>[{ "test": "Shop.Tests.*", "owner": "ann", "reason": "SHOP-12", "until": "2027-01-31" }]</c>; comments and
/// trailing commas are welcome, since people write it.
/// </summary>
public static class QuarantineText
{
    private const int LongestText = 1_000;

    private static readonly string[] Names = ["test", "owner", "reason", "until"];

    /// <param name="json">The file's content, UTF-8.</param>
    /// <param name="errors">All that is wrong, each with its place; empty when the entries can be used.</param>
    public static IReadOnlyList<QuarantineEntry> Read(ReadOnlyMemory<byte> json, out IReadOnlyList<string> errors)
    {
        var (entries, problems) = (new List<QuarantineEntry>(), new List<string>());
        errors = problems;
        try
        {
            var options =
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            using var document = JsonDocument.Parse(json, options);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
                problems.Add("it holds no list. Begin with [ and write an entry for each test.");
            else
                entries.AddRange(document.RootElement.EnumerateArray().Index().Select(
                    e => ReadEntry(e.Item, e.Index + 1, problems)));
        }
        catch (JsonException e)
        {
            problems.Add($"it is no JSON: {e.Message} Correct it there.");
        }

        return problems.Count == 0 ? entries : [];
    }

    private static QuarantineEntry ReadEntry(JsonElement entry, int number, List<string> problems)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            problems.Add(
                $"entry {number} is no object. Write {{ \"test\": …, \"owner\": …, \"reason\": …, \"until\": … }}.");
            return new QuarantineEntry("", "", "", default);
        }

        foreach (var extra in entry.EnumerateObject().Where(property => !Names.Contains(property.Name)))
            problems.Add(
                $"entry {number} has '{extra.Name}', which means nothing. Known are {string.Join(", ", Names)}.");
        var until = ReadText(entry, "until", number, problems);
        if (!DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && until.Length > 0)
            problems.Add($"entry {number}: until is '{until}'. Give a day such as 2027-01-31.");
        return new QuarantineEntry(
            ReadText(entry, "test", number, problems), ReadText(entry, "owner", number, problems), ReadText(entry,
                "reason", number, problems), day);
    }

    private static string ReadText(JsonElement entry, string name, int number, List<string> problems)
    {
        if (entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 and <= LongestText } text)
            return text;
        problems.Add($"entry {number} has no {name}. Give a text of 1 to {LongestText} characters.");
        return "";
    }
}
