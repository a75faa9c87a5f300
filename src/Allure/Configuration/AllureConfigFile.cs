using System.Text.Json;

namespace TestFlock.Allure.Configuration;

/// <summary>Finds and reads <c>allureConfig.json</c> as Allure's own adapters do.</summary>
internal static class AllureConfigFile
{
    /// <summary>Names another file than the one beside the test assembly.</summary>
    public const string Variable = "ALLURE_CONFIG";

    private const string FileName = "allureConfig.json";

    private static readonly JsonDocumentOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="source">A test assembly.</param>
    /// <param name="environment">The caller's variables by name; null for what is not set.</param>
    /// <returns>An empty one where there is no file.</returns>
    /// <exception cref="AllureException">There is one, and it cannot be read.</exception>
    public static AllureConfig Read(string source, Func<string, string?> environment)
    {
        var named = environment(Variable);
        var file = string.IsNullOrEmpty(named) ? Path.Combine(Path.GetDirectoryName(source) ?? "", FileName) : named;
        if (string.IsNullOrEmpty(named) && !File.Exists(file))
            return new AllureConfig();
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file), Lenient);
            return Read(document.RootElement) with { File = Path.GetFullPath(file) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new AllureException(
                $"Allure's configuration {file} cannot be read: {e.Message} Correct it"
                + (named is null ? "." : $", or the variable {Variable} that names it."),
                e);
        }
    }

    private static AllureConfig Read(JsonElement root)
    {
        var allure = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("allure", out var inner)
            ? inner
            : root;
        return allure.ValueKind != JsonValueKind.Object
            ? new AllureConfig()
            : new AllureConfig
            {
                Directory = TextOf(allure, "directory") ?? TextOf(allure, "resultsDirectory"),
                Links = [.. TextsOf(allure, "links") ?? [], .. TemplatesOf(allure)],
                FailExceptions = TextsOf(allure, "failExceptions"),
                GlobalLabels = LabelsOf(allure),
                IndentOutput = allure.TryGetProperty("indentOutput", out var indent)
                    && indent.ValueKind == JsonValueKind.True,
            };
    }

    private static string? TextOf(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string[]? TextsOf(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)]
            : null;

    // The newer generation names the type outside of the address.
    private static IEnumerable<string> TemplatesOf(JsonElement allure) =>
        allure.TryGetProperty("linkTemplates", out var templates) && templates.ValueKind == JsonValueKind.Object
            ? templates.EnumerateObject()
                .Where(template => template.Value.ValueKind == JsonValueKind.Object)
                .Select(template => TextOf(template.Value, "urlTemplate"))
                .OfType<string>()
            : [];

    private static Dictionary<string, string> LabelsOf(JsonElement allure) =>
        allure.TryGetProperty("globalLabels", out var labels) && labels.ValueKind == JsonValueKind.Object
            ? labels.EnumerateObject()
                .Where(label => label.Value.ValueKind == JsonValueKind.String)
                .ToDictionary(label => label.Name, label => label.Value.GetString()!)
            : [];
}
