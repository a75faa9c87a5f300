using System.Net.Sockets;
using System.Security.Authentication;
using StackExchange.Redis;
using TestFlock.Core.Coordination;

namespace TestFlock.Redis.Connecting;

/// <summary>Tells failures that pass by themselves from those that a person must cure, and says how.</summary>
internal static class RedisFailure
{
    private static readonly string[] RefusesUntilCured =
        ["NOAUTH", "WRONGPASS", "NOPERM", "READONLY", "ERR invalid password", "ERR Client sent AUTH",
            "ERR AUTH", "ERR DB index", "CROSSSLOT"];

    /// <summary>Whether the same call may succeed later.</summary>
    public static bool Passes(Exception failure) => failure switch
    {
        RedisServerException server => !IsDefect(server) && !RefusesUntilCured.Any(server.Message.Contains),
        RedisException or TimeoutException or IOException or SocketException or ObjectDisposedException => true,
        OperationCanceledException => true,
        _ => false,
    };

    /// <summary>Whether the server did not answer at all, rather than answer with an error.</summary>
    public static bool IsSilence(Exception failure) => failure is not RedisServerException;

    /// <summary>For a person: what failed, and the cure.</summary>
    public static CoordinationException Explain(Exception failure, Uri address)
    {
        var server = RedisAddress.NameOf(address);
        var reason = Reason(failure);
        var cure = failure switch
        {
            RedisServerException defect when IsDefect(defect) =>
                $"{server} cannot run a script of TestFlock. It must be Redis 5 or newer.",
            RedisServerException when reason.Contains("READONLY", StringComparison.Ordinal) =>
                $"{server} is a replica that takes no writes. Give the primary's address.",
            RedisServerException when reason.Contains("NOPERM", StringComparison.Ordinal) =>
                $"{server} does not let this user run scripts, or use keys and channels that begin with "
                + $"'{RedisAddress.PrefixOf(address)}'. Allow both (ACL SETUSER).",
            _ when reason.Contains("DB index", StringComparison.Ordinal)
                || reason.Contains("database does not exist", StringComparison.Ordinal) =>
                $"{server} has no such database. Check the number at the end of the address.",
            _ when IsRefusal(failure) =>
                $"{server} wants another password, or none. Check it in the address: "
                + $"{address.Scheme}://:%NAME%@{address.Host}… with the "
                + "variable NAME set to it.",
            _ when Chain(failure).OfType<AuthenticationException>().Any() => NoTls(address),
            _ when address.Scheme == "rediss" =>
                $"{server} cannot be reached. Is it running, are host and port right, and is it the port for TLS? If "
                + "not: redis://.",
            _ => $"{server} cannot be reached. Is it running, and are host and port right?",
        };
        return new CoordinationException($"{cure} ({reason})", failure);
    }

    /// <summary>For a person: the server's certificate is not one that this machine trusts.</summary>
    public static CoordinationException Distrust(string problem, Exception failure, Uri address) =>
        new($"{NoTls(address)} ({problem})", failure);

    /// <summary>The message, in one line and without the client library's statistics.</summary>
    public static string Reason(Exception failure)
    {
        var message = failure is RedisConnectionException { InnerException: { } inner } ? Reason(inner)
            : failure.Message;
        return message.ReplaceLineEndings(" ").Split("; to create a disconnected")[0].Split(", inst:")[0];
    }

    private static string NoTls(Uri address) =>
        $"{RedisAddress.NameOf(address)} and this machine cannot agree on TLS. Is {address.Host} the name in its "
        + "certificate, is the "
        + "certificate's authority among those that this machine trusts (or in the file of SSL_CERT_FILE), and is it "
        + "the port for rediss?";

    private static bool IsDefect(RedisServerException failure) =>
        failure.Message.Contains("compiling script", StringComparison.Ordinal)
        || failure.Message.Contains("user_script", StringComparison.Ordinal)
        || failure.Message.Contains("unknown command", StringComparison.OrdinalIgnoreCase);

    private static bool IsRefusal(Exception failure) => Chain(failure).Any(e =>
        e is RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure }
        || RefusesUntilCured.Any(e.Message.Contains)
        || e.Message.Contains("AuthenticationFailure", StringComparison.Ordinal));

    private static IEnumerable<Exception> Chain(Exception failure)
    {
        for (var at = failure; at is not null; at = at.InnerException)
            yield return at;
    }
}
