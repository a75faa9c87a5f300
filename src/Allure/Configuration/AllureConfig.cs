namespace TestFlock.Allure.Configuration;

/// <summary>What users of Allure's own adapters for .NET have in <c>allureConfig.json</c>.</summary>
internal sealed record AllureConfig
{
    /// <summary>The file; null: there is none.</summary>
    public string? File { get; init; }

    /// <summary>Where results are written, relative to the folder of the test assembly; null: not said.</summary>
    public string? Directory { get; init; }

    /// <summary>Addresses with <c>{type}</c> in the place of a link's own text.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Full names of exceptions that mean failed and not broken; null: whatever an assertion throws.</summary>
    public IReadOnlyList<string>? FailExceptions { get; init; }

    /// <summary>Labels of every result.</summary>
    public IReadOnlyDictionary<string, string> GlobalLabels { get; init; } = new Dictionary<string, string>();

    public bool IndentOutput { get; init; }
}
