using TestFlock.Allure.Format;

namespace TestFlock.Allure.Identity;

/// <summary>Who a result is of, in Allure's terms: equal for all attempts, different for any two tests.</summary>
internal sealed record TestName
{
    /// <summary>As Allure's own adapters write it, down to the types of the parameters.</summary>
    public required string FullName { get; init; }

    /// <summary>What is shown.</summary>
    public required string Shown { get; init; }

    public required TestClass Class { get; init; }

    public required string Method { get; init; }

    public required IReadOnlyList<AllureParameter> Parameters { get; init; }

    /// <summary>The number that TestOps knows the test by.</summary>
    public string? AllureId { get; init; }

    /// <summary>Null: computed from the name, as Allure's own adapters do.</summary>
    public string? GivenTestCaseId { get; init; }

    /// <summary>Null: computed from name and parameters, as Allure's own adapters do.</summary>
    public string? GivenHistoryId { get; init; }

    public string TestCaseId => GivenTestCaseId ?? HistoryText.TestCaseId(FullName);

    public string HistoryId => GivenHistoryId
        ?? HistoryText.HistoryId(FullName, Parameters.Count == 0 ? [] : ValuesByName);

    private IEnumerable<string> ValuesByName => Parameters.Where(p => p.Excluded != true)
        .OrderBy(p => p.Name, StringComparer.InvariantCulture).Select(p => p.Value);
}
