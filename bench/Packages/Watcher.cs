using TestFlock.Core.Servers;

namespace TestFlock.Bench.Packages;

/// <summary>Says when the server went away: then the figures mean nothing.</summary>
internal sealed class Watcher : IServerWatcher
{
    public void Lost(string server, string why) => Console.Error.WriteLine($"{server} is away: {why}");

    public void Back(string server, TimeSpan awayFor) => Console.Error.WriteLine($"{server} is back after {awayFor}");
}
