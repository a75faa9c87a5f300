using System.Text.RegularExpressions;

namespace TestFlock.Core.Settings;

/// <summary>Takes passwords out of a text that will be read by people.</summary>
public static partial class SecretMask
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mask = "***";

    /// <summary>
    /// The text without passwords of addresses and without the values of <c>password=…</c> and its like.
    /// </summary>
    public static string Hide(string text) => NamedSecret().Replace(AddressPassword().Replace(text, Mask), Mask);

    // Greedy up to the last @, since an unescaped password may hold one; without :// too, since a mistyped address
    // holds one as well.
    [GeneratedRegex(@"(?<=(?:://|^|\s)[^:@/\s]*:)(?!//)\S*(?=@)")]
    private static partial Regex AddressPassword();

    [GeneratedRegex(@"(?<=(?:password|passwd|pwd|secret|token|api-?key|access-?key)\s*=\s*)[^\s;&,""'<]+",
        RegexOptions.IgnoreCase)]
    private static partial Regex NamedSecret();
}
