using TestFlock.Core.Planning;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Runs.Retries;

/// <summary>
/// Which cases are tried again together, and how often: as the run's settings say, or a test's own trait.
/// </summary>
internal sealed class RetryGroups
{
    private readonly RetryGroup[] _groups;

    public RetryGroups(IReadOnlyList<CaseProgress> cases, RetryOptions retry, IReadOnlyDictionary<int, CaseRetry> own)
    {
        var ofRun = new CaseRetry(retry.Scope, retry.Max);
        CaseRetry Of(CaseProgress progress) => own.GetValueOrDefault(progress.Ordinal, ofRun);

        _groups = [.. cases.Select(progress => new RetryGroup([progress], Of(progress).Max))];
        foreach (var ofClass in cases.GroupBy(c => (c.Case.Source, TestPlaces.Of(c.Case, isClass: null).Class)))
        {
            // One test that needs its class whole needs all of it.
            var whole = ofClass.Select(Of).Where(r => r is { Scope: RetryScope.Class, Max: > 0 }).ToArray();
            if (whole.Length == 0)
                continue;
            var group = new RetryGroup([.. ofClass], whole.Max(r => r.Max));
            foreach (var progress in ofClass)
                _groups[progress.Ordinal] = group;
        }
    }

    /// <summary>The case itself is among the members.</summary>
    public RetryGroup Of(CaseProgress progress) => _groups[progress.Ordinal];
}
