namespace TestFlock.Core.Servers;

/// <summary>
/// Learns that a server of the team (broker, coordination) is away and is waited for. Told once for each time it is
/// away, on any thread; must return at once.
/// </summary>
public interface IServerWatcher
{
    /// <param name="server">What it is and where, such as <c>RabbitMQ at host:5672</c>; never with a password.</param>
    /// <param name="why">What the last try to reach it said.</param>
    void Lost(string server, string why);

    /// <param name="server">As in <see cref="Lost"/>.</param>
    /// <param name="awayFor">How long it was away, as seen from here.</param>
    void Back(string server, TimeSpan awayFor);
}
