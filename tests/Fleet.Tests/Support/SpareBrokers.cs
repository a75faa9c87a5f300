using System.Collections.Concurrent;
using TestFlock.Tests.Servers;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>
/// Brokers that earlier tests used and left running: their start costs more than most tests. One test has one at a time;
/// what its runs left there is named after them. They end with the test process.
/// </summary>
internal static class SpareBrokers
{
    private static readonly ConcurrentBag<PrivateRabbitMq> _spare = [];

    public static async Task<PrivateRabbitMq> TakeAsync() =>
        _spare.TryTake(out var spare) ? spare : await StartAsync();

    public static async Task<PrivateRabbitMq> StartAsync()
    {
        var broker = new PrivateRabbitMq();
        await broker.StartAsync();
        return broker;
    }

    /// <param name="broker">As it was taken, and running.</param>
    public static void Return(PrivateRabbitMq broker) => _spare.Add(broker);
}
