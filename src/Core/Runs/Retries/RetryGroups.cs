using TestFlock.Core.Planning;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Runs.Retries;

/// <summary>Which cases are tried again together: each alone, or the class whole.</summary>
internal sealed class RetryGroups
{
    private readonly CaseProgress[][] _groups;

    public RetryGroups(IReadOnlyList<CaseProgress> cases, RetryOptions retry)
    {
        _groups = new CaseProgress[cases.Count][];
        if (retry is { Max: > 0, Scope: RetryScope.Class })
        {
            foreach (var ofClass in cases.GroupBy(c => (c.Case.Source, TestPlaces.Of(c.Case, isClass: null).Class)))
            {
                var group = ofClass.ToArray();
                foreach (var progress in group)
                    _groups[progress.Ordinal] = group;
            }
        }
        else
        {
            foreach (var progress in cases)
                _groups[progress.Ordinal] = [progress];
        }
    }

    /// <summary>By ordinal; the case itself is among them.</summary>
    public IReadOnlyList<CaseProgress> Of(CaseProgress progress) => _groups[progress.Ordinal];
}
