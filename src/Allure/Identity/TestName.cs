using TestFlock.Allure.Format;

namespace TestFlock.Allure.Identity;

/// <summary>Who a result is of, in Allure's terms: equal for all attempts, different for any two tests.</summary>
internal sealed record TestName
{
    /// <summary>As Allure's own adapters write it, down to the types of the parameters.</summary>
    public required string FullName { get; init; }

    /// <summary>What is shown.</summary>
    public required string Shown { get; init; }

    /// <summary>Without the ending of its file.</summary>
    public required string Assembly { get; init; }

    /// <summary>Empty for a class outside of any.</summary>
    public required string Space { get; init; }

    /// <summary>With the classes around it and the arguments of a parameterized fixture, without namespace.</summary>
    public required string Class { get; init; }

    public required string Method { get; init; }

    public required IReadOnlyList<AllureParameter> Parameters { get; init; }

    /// <summary>The number that TestOps knows the test by.</summary>
    public string? AllureId { get; init; }

    public string FullClass => Space.Length == 0 ? Class : $"{Space}.{Class}";

    public IReadOnlyList<string> TitlePath =>
        [Assembly, .. Space.Split('.', StringSplitOptions.RemoveEmptyEntries), Class];

    /// <summary>Null: computed from the name, as Allure's own adapters do.</summary>
    public string? GivenTestCaseId { get; init; }

    /// <summary>Null: computed from name and parameters, as Allure's own adapters do.</summary>
    public string? GivenHistoryId { get; init; }

    public string TestCaseId => GivenTestCaseId ?? HistoryText.TestCaseId(FullName);

    public string HistoryId => GivenHistoryId ?? HistoryText.HistoryId(
        FullName,
        Parameters.Where(p => p.Excluded != true)
            .OrderBy(p => p.Name, StringComparer.InvariantCulture).Select(p => p.Value));
}
