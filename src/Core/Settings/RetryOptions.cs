namespace TestFlock.Core.Settings;

/// <summary>What is tried again after a failure.</summary>
public sealed record RetryOptions
{
    /// <summary>
    /// Attempts after the first, 0 to 100; default: 0. Each one hides a little more of what is wrong, though every
    /// attempt is kept and a test that passed late is told as flaky.
    /// </summary>
    public int Max { get; init; }

    /// <summary>Default: test.</summary>
    public RetryScope Scope { get; init; } = RetryScope.Test;

    /// <summary>
    /// The pause before a further attempt, up to an hour; default: none. Gives a system under test time to recover.
    /// </summary>
    public TimeSpan Delay { get; init; } = TimeSpan.Zero;

    /// <summary>Only the last attempt is shown among the results; default: false, every attempt is.</summary>
    public bool ShowOnlyLast { get; init; }

    /// <summary>Superseded attempts are shown without their messages and output; default: false.</summary>
    public bool HideDetails { get; init; }

    /// <summary>
    /// No more retries once more tests than this have failed; null: no such bound. Keeps a broken environment from
    /// being hammered.
    /// </summary>
    public RetryBudget? Budget { get; init; }

    /// <summary>The failures that are worth another attempt; none: all are.</summary>
    public IReadOnlyList<RetryRule> Only { get; init; } = [];

    /// <summary>The failures that are not, whatever <see cref="Only"/> says.</summary>
    public IReadOnlyList<RetryRule> Never { get; init; } = [];
}
