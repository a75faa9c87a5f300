namespace TestFlock.Core.Packages;

/// <summary>
/// What content is found under in a store: safe as a file's name, as a part of an address and as a key.
/// </summary>
public readonly record struct ContentName
{
    private const int Longest = 160;

    /// <param name="value">1 to 160 small letters, digits, hyphens and dots; no dot at the beginning.</param>
    /// <exception cref="ArgumentException">It is not.</exception>
    public ContentName(string value) => Value =
        value.Length is > 0 and <= Longest && value[0] != '.'
        && value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.')
            ? value
            : throw new ArgumentException($"'{value}' is no name of content.", nameof(value));

    public string Value { get; }

    /// <summary>Content of a package, found by what it is.</summary>
    public static ContentName Of(ContentHash hash) => new(hash.Hex);

    public override string ToString() => Value;
}
