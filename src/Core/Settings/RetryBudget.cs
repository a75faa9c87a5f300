namespace TestFlock.Core.Settings;

/// <summary>How many tests may fail before nothing is tried again: a count, or a share of the run.</summary>
public sealed record RetryBudget
{
    private RetryBudget(int? tests, double? share) => (Tests, Share) = (tests, share);

    /// <summary>1 to 1,000,000; null when it is a share.</summary>
    public int? Tests { get; }

    /// <summary>Above 0, below 1; null when it is a count.</summary>
    public double? Share { get; }

    public static RetryBudget OfTests(int tests) => new(tests, null);

    public static RetryBudget OfShare(double share) => new(null, share);

    /// <summary>Whether so many failures leave room for further attempts.</summary>
    /// <param name="failed">Tests of which an attempt failed.</param>
    /// <param name="all">Tests of the run.</param>
    public bool Allows(int failed, int all) => failed <= (Tests ?? Share!.Value * all);
}
