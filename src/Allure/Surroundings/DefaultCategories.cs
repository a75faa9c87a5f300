using TestFlock.Allure.Format;

namespace TestFlock.Allure.Surroundings;

/// <summary>
/// Kinds of failures for users who have none of their own: first what is no fault of any test, by the words that a
/// result without an end of its own begins with.
/// </summary>
internal static class DefaultCategories
{
    public const string FileName = "categories.json";

    private static readonly string[] Bad = [AllureStatus.Failed, AllureStatus.Broken];

    public static AllureCategory[] All { get; } =
    [
        new()
        {
            Name = "Infrastructure (lost, not run or cancelled)",
            MatchedStatuses = Bad,
            MessageRegex = "TestFlock: (lost|not run|cancelled).*",
        },
        new() { Name = "Time-outs", MatchedStatuses = Bad, MessageRegex = "TestFlock: timed out.*" },
        new() { Name = "Crashes", MatchedStatuses = Bad, MessageRegex = "TestFlock: the test process died.*" },
        new() { Name = "Product defects", MatchedStatuses = [AllureStatus.Failed] },
        new() { Name = "Test defects", MatchedStatuses = [AllureStatus.Broken] },
        new() { Name = "In quarantine", MatchedStatuses = [AllureStatus.Skipped], MessageRegex = ".*in quarantine.*" },
        new() { Name = "Skipped", MatchedStatuses = [AllureStatus.Skipped] },
    ];
}
