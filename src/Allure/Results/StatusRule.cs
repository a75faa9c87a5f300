using System.Text.Json;
using System.Text.RegularExpressions;
using TestFlock.Allure.Format;
using TestFlock.Contracts;

namespace TestFlock.Allure.Results;

/// <summary>
/// Whether a failure is the product's (failed) or the test's own (broken). Frameworks write the type of an exception in
/// front of its message, but not that of their own assertions; so what names a type is broken, unless the user counts
/// that type among the failures.
/// </summary>
/// <param name="failExceptions">Full names of types; null: none beyond assertions.</param>
internal sealed partial class StatusRule(IReadOnlyList<string>? failExceptions)
{
    public string Of(TestCase test, TestResult result) => result.Outcome switch
    {
        Outcome.Passed => AllureStatus.Passed,
        Outcome.Failed => OfFailure(result.ErrorMessage ?? ""),

        // NUnit's inconclusive; but an explicit test that nobody asked for is told in the same way.
        Outcome.None => IsExplicit(test) || !IsOfNUnit(test) ? AllureStatus.Skipped : AllureStatus.Broken,
        _ => AllureStatus.Skipped,
    };

    private string OfFailure(string message)
    {
        if (message.StartsWith("TestFlock: ", StringComparison.Ordinal))
            return AllureStatus.Broken;
        if (ExceptionInFront().Match(message) is { Success: true } typed)
            return IsFailure(typed.Groups["type"].Value) ? AllureStatus.Failed : AllureStatus.Broken;
        return TestAccident().Match(message) is { Success: true } accident
            && !IsFailure(accident.Groups["type"].Value)
            ? AllureStatus.Broken
            : AllureStatus.Failed;
    }

    private bool IsFailure(string type) =>
        failExceptions?.Contains(type, StringComparer.Ordinal)
        ?? type.StartsWith("Xunit.Sdk.", StringComparison.Ordinal);

    private static bool IsOfNUnit(TestCase test) =>
        test.ExecutorUri.Contains("nunit", StringComparison.OrdinalIgnoreCase);

    private static bool IsExplicit(TestCase test) =>
        test.Properties.Any(p => p is { Id: "NUnit.Explicit", Value.ValueKind: JsonValueKind.True })
        || test.Traits.Any(t => t.Name == "Explicit");

    // "System.InvalidOperationException : text", "SetUp : System.Exception : text".
    [GeneratedRegex(
        @"^(?:(?:OneTime)?(?:SetUp|TearDown) ?: )?(?<type>[A-Za-z_][\w`]*(?:[.+][\w`]+)+) : ")]
    private static partial Regex ExceptionInFront();

    // MSTest tells in a sentence what happened, and the type behind it.
    [GeneratedRegex(
        @"^(?:Test method .+? threw exception: ?\s*|(?:Class |Assembly )?(?:Initialization|Cleanup) method .+? threw "
        + @"exception\.? ?\s*|Test '.*' timed out after |Test '.*' was (?:aborted|canceled))(?<type>[\w.+`]*)",
        RegexOptions.Singleline)]
    private static partial Regex TestAccident();
}
