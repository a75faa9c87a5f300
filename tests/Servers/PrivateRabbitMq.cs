using System.Globalization;

namespace TestFlock.Tests.Servers;

/// <summary>A RabbitMQ of the test's own.</summary>
public sealed class PrivateRabbitMq() : PrivateServer("rabbitmq.sh", ports: 10)
{
    /// <summary>As the user that every new broker has.</summary>
    public Uri Uri => UriAt(Port);

    /// <summary>Over TLS; needs a certificate, see <see cref="PrivateAuthority"/>.</summary>
    public Uri TlsUri => new(string.Create(CultureInfo.InvariantCulture, $"amqps://guest:guest@127.0.0.1:{Port + 1}/"));

    /// <summary>The same broker through another port, such as a relay's.</summary>
    public static Uri UriAt(int port) =>
        new(string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@127.0.0.1:{port}/"));

    /// <summary>Runs rabbitmqctl.</summary>
    /// <returns>What it wrote.</returns>
    public Task<string> ControlAsync(params string[] arguments) => RunScriptAsync("ctl", arguments);

    /// <summary>The names of all queues.</summary>
    public async Task<IReadOnlyList<string>> FindQueuesAsync()
    {
        var table = await ControlAsync("list_queues", "--quiet", "--no-table-headers", "name");
        return table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
