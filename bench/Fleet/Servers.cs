using System.Globalization;
using TestFlock.Core.Servers;
using TestFlock.RabbitMq;
using TestFlock.Redis;

namespace TestFlock.Bench.Fleet;

/// <summary>The servers that run.sh started.</summary>
internal static class Servers
{
    public static RabbitMqOptions RabbitMq =>
        new() { Address = new Uri(Variable("TESTFLOCK_BROKER")), ClientName = "bench" };

    public static RedisOptions Redis =>
        new() { Address = new Uri(Variable("TESTFLOCK_COORDINATION")), ClientName = "bench" };

    public static int RabbitMqProcess => int.Parse(Variable("FLEET_RABBITMQ_PID"), CultureInfo.InvariantCulture);

    public static int RedisProcess => int.Parse(Variable("FLEET_REDIS_PID"), CultureInfo.InvariantCulture);

    public static IServerWatcher Watcher { get; } = new Complaints();

    private static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException(
            $"{name} is not set; use bench/Fleet/run.sh.");

    private sealed class Complaints : IServerWatcher
    {
        public void Lost(string server, string why) => Console.Error.WriteLine($"{server} is away: {why}");

        public void Back(string server, TimeSpan awayFor) =>
            Console.Error.WriteLine($"{server} is back after {awayFor}");
    }
}
