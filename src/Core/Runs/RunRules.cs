namespace TestFlock.Core.Runs;

/// <summary>Bounds of a run that users do not set.</summary>
public sealed record RunRules
{
    /// <summary>
    /// How often counts, claims and queues are compared. Default 2 s: well below the time a lease lives.
    /// </summary>
    public TimeSpan ReconcileEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long agents may take to stop tests before the run ends without them. Default 10 s.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long no agent is found before the user is told. Default 5 s: agents that start together with the run.
    /// </summary>
    public TimeSpan TellOfSearchAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How often one batch may be begun. Default 3: an agent may die twice by chance; a batch that takes every agent
    /// down must not go round for ever.
    /// </summary>
    public int MostExecutions { get; init; } = 3;
}
