namespace TestFlock.Core.History;

/// <summary>The last few durations of one test, oldest first.</summary>
/// <param name="Durations">At most <see cref="Kept"/>, at least one.</param>
/// <param name="LastRun">The day of the newest, in UTC.</param>
public sealed record RecentDurations(IReadOnlyList<TimeSpan> Durations, DateOnly LastRun)
{
    /// <summary>Enough that a single outlier, or two, do not move the median.</summary>
    public const int Kept = 5;

    /// <summary>The median; of an even number the longer one, since a long test begun late costs the most.</summary>
    public TimeSpan Expected => Durations.Order().ElementAt(Durations.Count / 2);

    public RecentDurations With(TimeSpan duration, DateOnly day) =>
        new([.. Durations.Skip(Math.Max(0, Durations.Count - Kept + 1)), duration], day);
}
