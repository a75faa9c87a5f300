using System.Globalization;

namespace TestFlock.Tests.Servers;

/// <summary>An nginx of the test's own that takes PUT, GET and DELETE.</summary>
public sealed class PrivateNginx() : PrivateServer("nginx.sh", ports: 1)
{
    /// <summary>With the user's name and password.</summary>
    public Uri Uri => UriOf("");

    /// <param name="folder">small: takes 1 KB and no more; read-only: takes nothing.</param>
    public Uri UriOf(string folder) =>
        new(string.Create(CultureInfo.InvariantCulture, $"http://tester:secret@127.0.0.1:{Port}/{folder}"));
}
