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
    /// What slots that have nothing to do ask back of others: tests that take longer, or whose slot has been silent for
    /// longer. Default 1 s: a call costs up to half of it.
    /// </summary>
    public TimeSpan WorthTakingBack { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How often one batch may be begun. Default 3: an agent may die twice by chance; a batch that takes every agent
    /// down must not go round for ever.
    /// </summary>
    public int MostExecutions { get; init; } = 3;

    /// <summary>
    /// How often one looks at a batch that could run on any agent and waits for other ones, since it went wrong on one
    /// of them. Default 15, which is half a minute.
    /// </summary>
    public int MostLooksForOthers { get; init; } = 15;

    /// <summary>
    /// How many tests are lost because their process died before they began, until such deaths are no more tried again
    /// elsewhere. Default 20: then it is the tests' own doing, or that of all machines.
    /// </summary>
    public int MostLostBeforeBegin { get; init; } = 20;

    /// <summary>
    /// How many tests must fail on an agent, one after the other, for it to be taken for sick. Default 5.
    /// </summary>
    public int SickAfterFailures { get; init; } = 5;

    /// <summary>How many of them must have passed on other agents. Default 3: one or two may be flaky.</summary>
    public int SickAfterPassesElsewhere { get; init; } = 3;
}
