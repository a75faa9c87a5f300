using System.Globalization;
using RabbitMQ.Client;
using TestFlock.Core.Transport;

namespace TestFlock.RabbitMq.Connecting;

/// <summary>
/// Reads the broker's address into what the client library wants; texts made here never hold the password.
/// </summary>
internal static class RabbitMqAddress
{
    private const int UsualPort = 5672;
    private const int UsualTlsPort = 5671;

    // The broker bounds messages itself; the client must survive whatever the broker lets through, or one message would
    // end the connection each time it is delivered.
    private const uint LongestInboundMessage = 512 * 1024 * 1024;

    /// <summary>What people and logs call the broker.</summary>
    public static string NameOf(Uri address)
    {
        var vhost = VirtualHostOf(address);
        var place = string.Create(CultureInfo.InvariantCulture, $"RabbitMQ at {address.Host}:{PortOf(address)}");
        return vhost == "/" ? place : $"{place}, virtual host {vhost}";
    }

    public static string UserOf(Uri address) =>
        address.UserInfo.Length == 0 ? "guest" : Uri.UnescapeDataString(address.UserInfo.Split(':', 2)[0]);

    public static string VirtualHostOf(Uri address) =>
        address.AbsolutePath.Length <= 1 ? "/" : Uri.UnescapeDataString(address.AbsolutePath[1..]);

    /// <exception cref="TransportException">The address cannot be used; the message has the cure.</exception>
    public static ConnectionFactory ToFactory(RabbitMqOptions options)
    {
        var address = options.Address;
        return new ConnectionFactory
        {
            HostName = address.Host,
            Port = PortOf(address),
            UserName = UserOf(address),
            Password = PasswordOf(address),
            VirtualHost = VirtualHostOf(address),
            Ssl = new SslOption { Enabled = UsesTls(address), ServerName = address.Host },
            RequestedHeartbeat = options.Heartbeat,
            ClientProvidedName = options.ClientName,
            MaxInboundMessageBodySize = LongestInboundMessage,

            // RabbitMqConnection does it: a channel that silently comes back to life would swallow acknowledgements.
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
        };
    }

    private static bool UsesTls(Uri address) => address.Scheme switch
    {
        "amqp" => false,
        "amqps" => true,
        _ => throw new TransportException(
            $"'{address.Scheme}://{address.Host}' is no broker's address: it begins with amqp:// or amqps://."),
    };

    private static int PortOf(Uri address) =>
        address.Port > 0 ? address.Port : address.Scheme == "amqps" ? UsualTlsPort : UsualPort;

    private static string PasswordOf(Uri address) => address.UserInfo.Split(':', 2) switch
    {
        [""] => "guest",
        [_, var password] => Uri.UnescapeDataString(password),
        _ => throw new TransportException(
            $"The address of {NameOf(address)} names the user '{UserOf(address)}' without a password. "
            + $"Write {address.Scheme}://{address.UserInfo}:%NAME%@{address.Host}… and set the variable NAME to the "
            + "password."),
    };
}
