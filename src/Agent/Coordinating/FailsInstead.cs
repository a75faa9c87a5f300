using TestFlock.Core.Servers;

namespace TestFlock.Agent.Coordinating;

/// <summary>A person waits: what cannot be reached is an error, not an outage.</summary>
internal sealed class FailsInstead : IServerWatcher
{
    public void Lost(string server, string why)
    {
    }

    public void Back(string server, TimeSpan awayFor)
    {
    }
}
