using System.Diagnostics.CodeAnalysis;

namespace TestFlock.Core.Settings;

/// <summary>
/// Where a server is and who asks, such as <c>amqp://user:password@host:5672/vhost</c>. Its text hides the password;
/// only
/// <see cref="Uri"/> has it.
/// </summary>
public sealed class ServerAddress
{
    private ServerAddress(Uri uri) => Uri = uri;

    /// <summary>The whole address, password included: for the connection, never for a text.</summary>
    public Uri Uri { get; }

    /// <summary>In lower case, such as <c>amqps</c>.</summary>
    public string Scheme => Uri.Scheme;

    public string Host => Uri.Host;

    /// <summary>The scheme's usual port when the address names none.</summary>
    public int Port => Uri.Port > 0 ? Uri.Port : UsualPort(Scheme);

    public bool UsesTls => Scheme is "amqps" or "rediss";

    /// <param name="text">An absolute address without query and fragment.</param>
    /// <param name="schemes">The schemes that will do.</param>
    /// <param name="address">The address.</param>
    /// <returns>False when the text is no such address.</returns>
    public static bool TryParse(
        string text, IReadOnlyCollection<string> schemes, [NotNullWhen(true)] out ServerAddress? address)
    {
        address = Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && schemes.Contains(uri.Scheme)
            && uri.Host.Length > 0
            && uri.Query.Length == 0
            && uri.Fragment.Length == 0
                ? new ServerAddress(uri)
                : null;
        return address is not null;
    }

    /// <summary>The address with its password masked.</summary>
    public override string ToString() => SecretMask.Hide(Uri.OriginalString);

    private static int UsualPort(string scheme) => scheme switch
    {
        "amqp" => 5672,
        "amqps" => 5671,
        _ => 6379,
    };
}
