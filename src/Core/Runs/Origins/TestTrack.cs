namespace TestFlock.Core.Runs.Origins;

/// <summary>Where one test failed, and where it passed.</summary>
internal sealed class TestTrack
{
    public HashSet<string> FailedOn { get; } = [];

    public HashSet<string> PassedOn { get; } = [];

    /// <summary>Of the first failure, in one line; null when it had none.</summary>
    public string? Message { get; set; }

    public bool FollowsTest => FailedOn.Count > 1 || FailedOn.Overlaps(PassedOn);

    public bool FollowsAgent => !FollowsTest && PassedOn.Count > 0;
}
