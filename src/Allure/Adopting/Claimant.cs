using TestFlock.Allure.Identity;
using TestFlock.Allure.Results;
using TestFlock.Core.Reporting;

namespace TestFlock.Allure.Adopting;

/// <summary>An attempt that looks for the result that the user's own Allure wrote of it.</summary>
/// <param name="Name">As we would call it.</param>
/// <param name="Place">Where it ran.</param>
/// <param name="Times">When it ran, by the coordinator's clock.</param>
internal sealed record Claimant(TestName Name, AttemptPlace Place, AttemptTimes Times)
{
    // Another attempt of the same test in the same slot is at least a batch away.
    private const long FurthestApart = 60_000;

    public OwnResult? Choose(IEnumerable<OwnResult> results) => results
        .Where(result => result.Place == Place && IsOfMethod(result) && Distance(result) <= FurthestApart)
        .OrderBy(result => HasArguments(result) ? 0 : 1)
        .ThenBy(Distance)
        .FirstOrDefault(result => HasArguments(result) || result.Parameters.Count == 0 || Name.Parameters.Count == 0
            || result.Shown == Name.Shown);

    private bool IsOfMethod(OwnResult result)
    {
        if (result.Label("ALLURE_ID") is { } id && id == Name.AllureId)
            return true;
        if (result.FullName == Name.FullName)
            return true;
        var type = result.Label("package") ?? result.Label("testClass");
        return result.Label("testMethod") == Name.Method
            && (type == Name.Class.FullName || result.Label("testClass") == Name.Class.Name);
    }

    private bool HasArguments(OwnResult result) => result.Parameters
        .Where(p => p.Excluded != true).Select(p => p.Value).Order(StringComparer.Ordinal)
        .SequenceEqual(Name.Parameters.Select(p => p.Value).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private long Distance(OwnResult result) =>
        Math.Abs(result.Start + (long)result.Offset.TotalMilliseconds - Times.Start);
}
