using TestFlock.Contracts;
using TestFlock.Core.Planning;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Runs.Retries;

/// <summary>
/// Which cases are tried again together, and how often: as the run's settings say, or a test's own trait.
/// </summary>
internal sealed class RetryGroups
{
    private readonly RetryGroup[] _groups;

    /// <param name="cases">Of the run.</param>
    /// <param name="retry">What its settings say.</param>
    /// <param name="own">By ordinal: what tests say themselves.</param>
    /// <param name="done">The ordinals of those that an earlier run has done: they run with nobody.</param>
    /// <param name="incremental">
    /// The ordinals of those that build on the tests before them: none runs again alone.
    /// </param>
    public RetryGroups(
        IReadOnlyList<CaseProgress> cases,
        RetryOptions retry,
        IReadOnlyDictionary<int, CaseRetry> own,
        IReadOnlyDictionary<int, TestResult> done,
        IReadOnlySet<int> incremental)
    {
        var ofRun = new CaseRetry(retry.Scope, retry.Max);
        CaseRetry Of(CaseProgress progress)
        {
            var said = own.GetValueOrDefault(progress.Ordinal, ofRun);
            return incremental.Contains(progress.Ordinal) ? said with { Scope = RetryScope.Class } : said;
        }

        _groups = [.. cases.Select(progress => new RetryGroup([progress], Of(progress).Max))];
        var classes = cases
            .Where(c => !done.ContainsKey(c.Ordinal))
            .GroupBy(c => (c.Case.Source, TestPlaces.Of(c.Case, isClass: null).Class));
        foreach (var ofClass in classes)
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
