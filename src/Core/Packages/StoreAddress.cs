using System.Diagnostics.CodeAnalysis;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Packages;

/// <summary>
/// Where content is kept between machines: in Redis, at a web address, or in a directory. Its text has no password.
/// </summary>
public sealed class StoreAddress
{
    private const UriComponents Place = UriComponents.SchemeAndServer | UriComponents.Path;

    private StoreAddress(Uri? web, string? directory) => (Web, Directory) = (web, directory);

    /// <summary>In the Redis that coordinates: nothing more to install.</summary>
    public static StoreAddress Redis { get; } = new(null, null);

    /// <summary>With the password, where there is one: for the connection, never for a text.</summary>
    public Uri? Web { get; }

    public string? Directory { get; }

    public static bool TryParse(string text, [NotNullWhen(true)] out StoreAddress? address)
    {
        address = null;
        if (text.Equals("redis", StringComparison.OrdinalIgnoreCase))
            address = Redis;
        else if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            address = uri is { Host.Length: > 0, Query: "", Fragment: "" } ? new StoreAddress(uri, null) : null;
        else if (Path.IsPathFullyQualified(text))
            address = new StoreAddress(null, Path.TrimEndingDirectorySeparator(text));
        return address is not null;
    }

    /// <summary>Whether both mean the same place, whoever asks there.</summary>
    public bool IsSamePlace(StoreAddress other) =>
        Directory == other.Directory && WithoutUser()?.TrimEnd('/') == other.WithoutUser()?.TrimEnd('/');

    /// <summary>For the wire: what a run's agents need to find the store.</summary>
    /// <returns>Null for Redis.</returns>
    public string? WithoutUser() => Directory ?? Web?.GetComponents(Place, UriFormat.UriEscaped);

    public override string ToString() => Directory ?? (Web is null ? "redis" : SecretMask.Hide(Web.OriginalString));
}
