namespace TestFlock.Redis;

/// <summary>
/// How long the living are believed to live. Longer forgives slower machines and networks; shorter gives a dead one's
/// work to others sooner. All of it is counted by the server.
/// </summary>
public sealed record RedisTimings
{
    /// <summary>
    /// How long a coordinator or an agent is believed to live without a word. Default 10 s: a killed agent's tests run
    /// elsewhere, and a killed coordinator's tests stop, within 15 s.
    /// </summary>
    public TimeSpan Alive { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long capacity is kept for an agent without a word. Default 15 s, longer than <see cref="Alive"/>: an agent
    /// that cannot be heard may still be testing. Longer keeps its tests through longer outages of the server; shorter
    /// gives capacity of a killed one back sooner, so that its tests run elsewhere within 20 s.
    /// </summary>
    public TimeSpan CapacityHeld { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long before <see cref="CapacityHeld"/> ends the agent stops its tests by itself. Default 3 s: for stopping,
    /// and for what clocks differ in pace.
    /// </summary>
    public TimeSpan CapacityMargin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How often everybody says that it lives. Default 2.5 s: three may go astray.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>
    /// How long nobody may have called so that the time between counts for no right: the server was down, or its clock
    /// was set. Default 4 s, longer than <see cref="Beat"/>. Below <see cref="Alive"/> by more than a beat, or an
    /// outage just short of it would end what lives.
    /// </summary>
    public TimeSpan Leap { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>
    /// How often an agent with free slots asks without being woken. Default 6 s: wake-ups are sent once, and get lost
    /// when a connection breaks.
    /// </summary>
    public TimeSpan AskAnyway { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>
    /// How long one call may take. Default 3 s: the client library's own calls wait for ever on a server that has
    /// stopped answering.
    /// </summary>
    public TimeSpan Call { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// After a loss of the server's data: how long a run may say "gone" before it is believed, and how long nobody
    /// picks, so that all who live can tell again what they hold. Default 10 s and half of it.
    /// </summary>
    public TimeSpan Retelling { get; init; } = TimeSpan.FromSeconds(10);
}
