using System.Net.Sockets;
using System.Security.Authentication;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using TestFlock.Core.Transport;

namespace TestFlock.RabbitMq.Connecting;

/// <summary>Tells failures that pass by themselves from those that a person must cure, and says how.</summary>
internal static class RabbitMqFailure
{
    /// <summary>Whether the broker has no such queue (any more).</summary>
    public static bool IsMissing(Exception failure) =>
        failure is OperationInterruptedException { ShutdownReason.ReplyCode: Constants.NotFound };

    /// <summary>Whether the same call may succeed once there is a connection again.</summary>
    public static bool Passes(Exception failure) => failure switch
    {
        BrokerUnreachableException => Cure(failure) is null,

        // Whatever closed it before this call, a new one may do.
        AlreadyClosedException => true,
        OperationInterruptedException { ShutdownReason.ReplyCode: Constants.AccessRefused
            or Constants.PreconditionFailed } => false,
        PublishException { IsReturn: true } => false,
        OperationInterruptedException or PublishException or ProtocolException => true,
        IOException or SocketException or TimeoutException or ObjectDisposedException => true,
        System.Threading.Channels.ChannelClosedException or OperationCanceledException => true,
        _ => false,
    };

    /// <summary>For a person: what failed, and the cure.</summary>
    public static TransportException Explain(Exception failure, Uri address)
    {
        var server = RabbitMqAddress.NameOf(address);
        var cure = Cure(failure) switch
        {
            RabbitMqCure.Credentials =>
                $"{server} refuses user '{RabbitMqAddress.UserOf(address)}'. Check user and password in the address; "
                + "'guest' is let in from the broker's own machine only.",
            RabbitMqCure.VirtualHost =>
                $"{server} has no virtual host '{RabbitMqAddress.VirtualHostOf(address)}', or user "
                + $"'{RabbitMqAddress.UserOf(address)}' may not use it. Check the end of the address, rabbitmqctl "
                + "list_vhosts, "
                + "and rabbitmqctl list_permissions.",
            RabbitMqCure.Permissions =>
                $"{server} denies user '{RabbitMqAddress.UserOf(address)}' what TestFlock needs. Allow it: "
                + "rabbitmqctl set_permissions "
                + $"-p {RabbitMqAddress.VirtualHostOf(address)} {RabbitMqAddress.UserOf(address)} '^testflock\\.' "
                + "'^(testflock\\..*|amq\\.default)$' '^testflock\\.'",
            RabbitMqCure.Tls =>
                $"{server} and this machine cannot agree on TLS. Is {address.Host} the name in its certificate, is "
                + "the certificate's "
                + "authority among those that this machine trusts (or in the file of SSL_CERT_FILE), and is it the "
                + "port for amqps?",
            _ => $"{server} cannot be reached. Is it running, and are host and port right?",
        };
        return new TransportException($"{cure} ({Reason(failure)})", failure);
    }

    /// <summary>The innermost message, in one line.</summary>
    public static string Reason(Exception failure)
    {
        while (failure.InnerException is { } inner)
            failure = inner;
        return failure.Message.ReplaceLineEndings(" ");
    }

    private static RabbitMqCure? Cure(Exception failure)
    {
        for (var at = failure; at is not null; at = at.InnerException)
        {
            switch (at)
            {
                case AuthenticationFailureException or PossibleAuthenticationFailureException:
                    return RabbitMqCure.Credentials;
                case AuthenticationException:
                    return RabbitMqCure.Tls;
                case OperationInterruptedException { ShutdownReason.ReplyCode: Constants.NotAllowed }:
                    return RabbitMqCure.VirtualHost;
                case OperationInterruptedException { ShutdownReason.ReplyCode: Constants.AccessRefused }:
                    return RabbitMqCure.Permissions;
            }
        }

        return null;
    }

    private enum RabbitMqCure
    {
        Credentials,
        VirtualHost,
        Permissions,
        Tls,
    }
}
