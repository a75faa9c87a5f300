using TestFlock.Allure.Format;
using TestFlock.Allure.Identity;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Allure.Results;

/// <summary>The labels that reports build their trees and time lines from.</summary>
internal static class ResultLabels
{
    private static readonly AllureLabel Language = new("language", "C#");

    public static IReadOnlyList<AllureLabel> Of(
        TestCase test, TestName name, Metadata metadata, AttemptId attempt, AttemptPlace place,
        IReadOnlyList<AllureLabel> ofEvery)
    {
        var framework = FrameworkOf(test.ExecutorUri);
        List<AllureLabel> labels =
        [
            HostOf(place),
            ThreadOf(place),
            Language,
            new("framework", framework),
            new("package", name.Class.FullName),
            new("testClass", framework == "xUnit.net" ? name.Class.FullName : name.Class.Name),
            new("testMethod", name.Method),
            .. metadata.Labels,
            .. ofEvery,
        ];

        // One that the test names itself takes the place of all three, as with Allure's own adapters.
        if (!HasSuite(metadata.Labels) && !HasSuite(ofEvery))
        {
            labels.Add(new AllureLabel("parentSuite", name.Class.Assembly));
            if (name.Class.Space.Length > 0)
                labels.Add(new AllureLabel("suite", name.Class.Space));
            labels.Add(new AllureLabel("subSuite", name.Class.Name));
        }

        if (name.AllureId is { } id && !labels.Exists(label => label.Name == "ALLURE_ID"))
            labels.Add(new AllureLabel("ALLURE_ID", id));
        if (attempt.Number > 1)
            labels.Add(new AllureLabel("attempt", $"{attempt.Number}"));
        return labels;
    }

    /// <summary>Without a host one report leaves the result out of its time line.</summary>
    public static AllureLabel HostOf(AttemptPlace place) => new("host", place.Agent.Length == 0 ? "none" : place.Agent);

    /// <inheritdoc cref="HostOf"/>
    public static AllureLabel ThreadOf(AttemptPlace place) =>
        new("thread", place.Slot == 0 ? "none" : $"slot-{place.Slot}");

    private static bool HasSuite(IReadOnlyList<AllureLabel> labels)
    {
        foreach (var label in labels)
        {
            if (label.Name is "parentSuite" or "suite" or "subSuite")
                return true;
        }

        return false;
    }

    private static string FrameworkOf(string executor) =>
        executor.Contains("nunit", StringComparison.OrdinalIgnoreCase) ? "NUnit"
        : executor.Contains("xunit", StringComparison.OrdinalIgnoreCase) ? "xUnit.net"
        : executor.Contains("mstest", StringComparison.OrdinalIgnoreCase) ? "MSTest"
        : executor;
}
