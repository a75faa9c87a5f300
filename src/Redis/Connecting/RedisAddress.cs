using System.Globalization;
using StackExchange.Redis;
using TestFlock.Core.Coordination;

namespace TestFlock.Redis.Connecting;

/// <summary>
/// Reads the server's address into what the client library wants; texts made here never hold the password.
/// </summary>
internal static class RedisAddress
{
    private const int UsualPort = 6379;

    /// <summary>What people and logs call the server.</summary>
    public static string NameOf(Uri address)
    {
        var database = address.AbsolutePath.Trim('/');
        var place = string.Create(CultureInfo.InvariantCulture, $"Redis at {address.Host}:{PortOf(address)}");
        return database is "" or "0" ? place : $"{place}, database {database}";
    }

    /// <summary>The number of the database.</summary>
    /// <exception cref="CoordinationException">The path is no number.</exception>
    public static int DatabaseOf(Uri address) => address.AbsolutePath.Trim('/') switch
    {
        "" => 0,
        var path when int.TryParse(path, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var path => throw new CoordinationException(
            $"'{path}' at the end of {address.Scheme}://{address.Host}:{PortOf(address)}/{path} is no database: it is "
            + "a number such as 0."),
    };

    /// <summary>
    /// What all keys and channels begin with. A hash tag keeps them together in a cluster; the number is in it because
    /// databases share their channels.
    /// </summary>
    public static string PrefixOf(Uri address) => DatabaseOf(address) switch
    {
        0 => "{testflock}:",
        var database => string.Create(CultureInfo.InvariantCulture, $"{{testflock-{database}}}:"),
    };

    /// <exception cref="CoordinationException">The address cannot be used; the message has the cure.</exception>
    public static ConfigurationOptions ToConfiguration(RedisOptions options)
    {
        var address = options.Address;
        var call = (int)options.Timings.Call.TotalMilliseconds;
        return new ConfigurationOptions
        {
            EndPoints = { { address.Host, PortOf(address) } },
            DefaultDatabase = DatabaseOf(address),
            Password = PasswordOf(address),
            Ssl = UsesTls(address),
            SslHost = address.Host,
            ClientName = options.ClientName,
            AbortOnConnectFail = true,
            ConnectTimeout = call,
            SyncTimeout = call,
            ResponseTimeout = call,
            KeepAlive = (int)options.Timings.Alive.TotalSeconds,
        };
    }

    private static bool UsesTls(Uri address) => address.Scheme switch
    {
        "redis" => false,
        "rediss" => true,
        _ => throw new CoordinationException(
            $"'{address.Scheme}://{address.Host}' is no address of Redis: it begins with redis:// or rediss://."),
    };

    private static int PortOf(Uri address) => address.Port > 0 ? address.Port : UsualPort;

    private static string? PasswordOf(Uri address)
    {
        if (address.UserInfo.Length == 0)
            return null;
        var (user, password) = address.UserInfo.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon
            ? (address.UserInfo[..colon], address.UserInfo[(colon + 1)..])
            : (address.UserInfo, null);
        return password is not null && user is ("" or "default")
            ? Uri.UnescapeDataString(password)
            : throw new CoordinationException(
                $"The address of {NameOf(address)} names the user '{Uri.UnescapeDataString(user)}'; only Redis's "
                + "default user can be used, "
                + $"with its password alone: {address.Scheme}://:%NAME%@{address.Host}… and the variable NAME set to "
                + "the password.");
    }
}
