using System.Globalization;

namespace TestFlock.Tests.Servers;

/// <summary>A Redis of the test's own.</summary>
public sealed class PrivateRedis() : PrivateServer("redis.sh", ports: 2)
{
    public Uri Uri => UriAt(Port);

    /// <summary>Over TLS; needs a certificate, see <see cref="PrivateAuthority"/>.</summary>
    public Uri TlsUri => new(string.Create(CultureInfo.InvariantCulture, $"rediss://127.0.0.1:{Port + 1}"));

    /// <summary>The same server through another port, such as a relay's.</summary>
    public static Uri UriAt(int port) => new(string.Create(CultureInfo.InvariantCulture, $"redis://127.0.0.1:{port}"));

    /// <summary>One of the sixteen databases, so that tests do not see each other's keys.</summary>
    public static Uri UriAt(int port, int database) =>
        new(string.Create(CultureInfo.InvariantCulture, $"redis://127.0.0.1:{port}/{database}"));
}
