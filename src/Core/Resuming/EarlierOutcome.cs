using TestFlock.Contracts;

namespace TestFlock.Core.Resuming;

/// <summary>What became of a test in an earlier run.</summary>
/// <param name="Outcome">The last word on it.</param>
/// <param name="Duration">Of its last attempt.</param>
/// <param name="EndedAt">When it was told.</param>
public sealed record EarlierOutcome(Outcome Outcome, TimeSpan Duration, DateTimeOffset EndedAt)
{
    /// <summary>Whether there is no reason to run it again.</summary>
    public bool IsGood => Outcome is Outcome.Passed or Outcome.Skipped;
}
