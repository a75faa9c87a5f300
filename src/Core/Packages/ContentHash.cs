using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace TestFlock.Core.Packages;

/// <summary>What content is, whatever it is called: its SHA-256.</summary>
public readonly record struct ContentHash
{
    private readonly string? _hex;

    private ContentHash(string hex) => _hex = hex;

    /// <summary>64 hexadecimal digits in lower case.</summary>
    public string Hex => _hex ?? throw new InvalidOperationException("A hash that was never taken has no digits.");

    public static ContentHash Of(ReadOnlySpan<byte> content) => FromDigest(SHA256.HashData(content));

    public static async Task<ContentHash> OfAsync(Stream content, CancellationToken cancellationToken) =>
        FromDigest(await SHA256.HashDataAsync(content, cancellationToken));

    /// <param name="digest">32 bytes.</param>
    public static ContentHash FromDigest(ReadOnlySpan<byte> digest) => new(Convert.ToHexStringLower(digest));

    /// <summary>Digits in lower case alone: a hash becomes a file's name.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ContentHash hash)
    {
        var fits = text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);
        hash = fits ? new ContentHash(text!) : default;
        return fits;
    }

    public override string ToString() => _hex ?? "";
}
