using TestFlock.Allure.Configuration;
using TestFlock.Allure.Format;

namespace TestFlock.Allure.Results;

/// <summary>Labels that the user wants on every result: from the configuration, and from variables.</summary>
internal static class CommonLabels
{
    private const string Prefix = "ALLURE_LABEL_";

    public static IReadOnlyList<AllureLabel> Of(AllureConfig config, IReadOnlyDictionary<string, string> environment) =>
    [
        .. config.GlobalLabels.Select(label => new AllureLabel(label.Key, label.Value)),
        .. environment
            .Where(v => v.Key.StartsWith(Prefix, StringComparison.Ordinal) && v.Key.Length > Prefix.Length)
            .OrderBy(v => v.Key, StringComparer.Ordinal)
            .Select(v => new AllureLabel(v.Key[Prefix.Length..], v.Value)),
    ];
}
