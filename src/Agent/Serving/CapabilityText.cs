using System.Text.RegularExpressions;

namespace TestFlock.Agent.Serving;

/// <summary>A capability as people write it: <c>name=value</c>, or a name alone.</summary>
internal static partial class CapabilityText
{
    public static bool TryParse(string text, out string name, out string value)
    {
        var match = Pattern().Match(text.Trim());
        (name, value) = (match.Groups["name"].Value, match.Groups["value"].Value);
        return match.Success;
    }

    [GeneratedRegex(@"^(?<name>[A-Za-z0-9][A-Za-z0-9._-]{0,99})\s*(=\s*(?<value>[^;=<>!]{0,200}))?$")]
    private static partial Regex Pattern();
}
