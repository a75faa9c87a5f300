namespace TestFlock.Core.Runs.Retries;

/// <summary>Cases that are tried again together: one alone, or a class whole.</summary>
/// <param name="Members">Ascending by ordinal.</param>
/// <param name="Max">Attempts after the first.</param>
internal sealed record RetryGroup(IReadOnlyList<CaseProgress> Members, int Max)
{
    /// <summary>Whether an attempt may yet be superseded, and so must not be told before it is over.</summary>
    public bool MayTryAfter(CaseProgress member) => member.Attempt.Number <= Max;
}
