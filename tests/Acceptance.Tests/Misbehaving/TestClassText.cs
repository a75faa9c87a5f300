namespace TestFlock.Acceptance.Tests.Misbehaving;

/// <summary>A class of tests, but for the words in which a framework wants it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Traits">Of the class.</param>
/// <param name="Tests">In the order in which they run; their names are in order, too.</param>
public sealed record TestClassText(
    string Name, IReadOnlyDictionary<string, string> Traits, IReadOnlyList<TestText> Tests)
{
    public string Fields { get; init; } = "";

    public string OneTimeSetUp { get; init; } = "";

    public string OneTimeTearDown { get; init; } = "";

    public string SetUp { get; init; } = "";

    public string TearDown { get; init; } = "";
}

/// <param name="Name">The method's.</param>
/// <param name="Body">What it does.</param>
/// <param name="Timeout">Its own time-out; null when it has none.</param>
public sealed record TestText(string Name, string Body, string? Timeout = null);
