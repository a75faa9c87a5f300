using TestFlock.Contracts;

namespace TestFlock.Allure.Results;

/// <summary>Test cases that share assembly, name and display name, such as a row that is written twice.</summary>
internal static class TwinCases
{
    /// <returns>By ordinal, which one of its kind it is; without the first of each kind.</returns>
    public static IReadOnlyDictionary<int, int> Find(IReadOnlyList<TestCase> cases)
    {
        var seen = new Dictionary<(string, string, string), int>(cases.Count);
        var twins = new Dictionary<int, int>();
        for (var ordinal = 0; ordinal < cases.Count; ordinal++)
        {
            var test = cases[ordinal];
            var key = (test.Source, test.FullyQualifiedName, test.DisplayName);
            var number = seen[key] = seen.GetValueOrDefault(key) + 1;
            if (number > 1)
                twins[ordinal] = number;
        }

        return twins;
    }
}
