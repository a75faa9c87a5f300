using System.Text.Json;
using TestFlock.Allure.Identity;
using TestFlock.Contracts;

namespace TestFlock.Allure.TestPlan;

/// <summary>The selection of tests that TestOps, or a person, asks for.</summary>
public sealed class AllureTestPlan
{
    private static readonly string[] Variables = ["ALLURE_TESTPLAN_PATH", "AS_TESTPLAN_PATH"];

    private readonly TestNames _names = new();
    private readonly HashSet<string> _ids;
    private readonly HashSet<string> _selectors;

    private AllureTestPlan(string file, IEnumerable<string> ids, IEnumerable<string> selectors) =>
        (File, _ids, _selectors) = (file, [.. ids], [.. selectors]);

    public string File { get; }

    /// <param name="environment">The caller's variables by name; null for what is not set.</param>
    /// <returns>
    /// Null when there is none, or it names no test: then all are asked for, as with Allure's own adapters.
    /// </returns>
    /// <exception cref="AllureException">There is one, and it cannot be read.</exception>
    public static AllureTestPlan? Find(Func<string, string?> environment)
    {
        var file = Variables.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        if (file is null || !System.IO.File.Exists(file))
            return null;
        try
        {
            using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(file));
            if (!document.RootElement.TryGetProperty("tests", out var tests)
                || tests.ValueKind != JsonValueKind.Array || tests.GetArrayLength() == 0)
                return null;
            var all = tests.EnumerateArray().Where(test => test.ValueKind == JsonValueKind.Object).ToArray();
            return new AllureTestPlan(file, TextsOf(all, "id"), TextsOf(all, "selector"));
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException
            or InvalidOperationException)
        {
            throw new AllureException(
                $"Allure's test plan {file} cannot be read: {e.Message} Correct it, or unset the variable that names "
                + $"it ({string.Join(" or ", Variables)}) to run all tests.",
                e);
        }
    }

    public bool Selects(TestCase test)
    {
        var name = _names.Of(test, test.DisplayName);
        return _selectors.Contains(name.FullName)
            || (name.AllureId is { } id && _ids.Contains(id))
            || test.Traits.Any(t => t.Name is "AllureId" or "ALLURE_ID" && _ids.Contains(t.Value));
    }

    // Ids are texts, or numbers.
    private static IEnumerable<string> TextsOf(IEnumerable<JsonElement> tests, string name) => tests
        .Where(test => test.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
        .Select(test => test.GetProperty(name).ToString())
        .Where(text => text.Length > 0);
}
