namespace TestFlock.Allure.Clocks;

/// <summary>
/// How far the clocks of agents are from the coordinator's, found from the moments that agents write into what they
/// send. A message is never received before it was sent: the least difference between receiving and sending is the
/// clocks' difference and the shortest way of a message, which is milliseconds.
/// </summary>
internal sealed class AgentClocks
{
    // Below this a late clock cannot be told from a slow message, and harms no report. A clock that is ahead shows at
    // once: its messages come before they were sent.
    private static readonly TimeSpan SlowMessage = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, TimeSpan> _least = [];

    /// <param name="agent">Its name.</param>
    /// <param name="sent">By its clock.</param>
    /// <param name="received">By the coordinator's clock.</param>
    public void Observe(string agent, DateTimeOffset sent, DateTimeOffset received)
    {
        var difference = received - sent;
        if (!_least.TryGetValue(agent, out var least) || difference < least)
            _least[agent] = difference;
    }

    /// <summary>What to add to a moment of the agent's to have it by the coordinator's clock.</summary>
    public TimeSpan OffsetOf(string agent) =>
        _least.TryGetValue(agent, out var least) && (least < TimeSpan.Zero || least >= SlowMessage)
            ? least
            : TimeSpan.Zero;
}
