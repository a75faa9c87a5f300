using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace TestFlock.Core.Matching;

/// <summary>
/// One thing that an agent must offer, such as <c>dotnet&gt;=10</c>, or <c>browser</c> for any value.
/// </summary>
/// <param name="Name">In lower case.</param>
/// <param name="Comparison">What is asked of the value.</param>
/// <param name="Value">In lower case; empty when only presence is asked.</param>
public sealed partial record Requirement(string Name, Comparison Comparison, string Value)
{
    private const int LongestValue = 200;

    public static bool TryParse(
        string text, [NotNullWhen(true)] out Requirement? requirement, [NotNullWhen(false)] out string? problem)
    {
        requirement = null;
        text = text.Trim();
        var end = text.IndexOfAny(['=', '<', '>', '!']);
        var name = (end < 0 ? text : text[..end]).TrimEnd().ToLowerInvariant();
        var rest = end < 0 ? "" : text[end..];
        var (sign, comparison) = ComparisonSign.All
            .FirstOrDefault(entry => rest.StartsWith(entry.Sign, StringComparison.Ordinal));
        var value = rest[(sign?.Length ?? 0)..].Trim().ToLowerInvariant();

        problem = Check(text, name, rest, sign, comparison, value);
        if (problem is null)
            requirement = new Requirement(name, comparison, value);
        return requirement is not null;
    }

    /// <summary>As it is written, without blanks.</summary>
    public override string ToString() => Name + ComparisonSign.Of(Comparison) + Value;

    internal bool IsMetBy(CapabilitySet capabilities)
    {
        var offered = capabilities.Find(Name);
        if (offered.Count == 0 && capabilities.IsTrusted)
            return true;
        return Comparison switch
        {
            Comparison.Present => offered.Count > 0,
            Comparison.NotEqual => !offered.Any(IsEqual),
            Comparison.Equal => offered.Any(IsEqual),
            _ => offered.Any(value => VersionText.Is(value) && Accepts(VersionText.Compare(value, Value))),
        };
    }

    private static string? Check(
        string text, string name, string rest, string? sign, Comparison comparison, string value)
    {
        if (!NamePattern().IsMatch(name))
            return $"'{text}' does not begin with a name of letters, digits, dots, hyphens and underscores";
        if (rest.Length == 0)
            return null;
        if (sign is null || value.Length == 0)
            return $"'{text}' lacks one of = != >= <= > < with a value after it";
        if (value.Length > LongestValue || value.Any(char.IsControl))
            return $"the value of '{name}' is longer than {LongestValue} characters or has a line break";
        if (value.IndexOfAny(['=', '<', '>', '!', ',']) >= 0)
            return $"'{text}' has more than one comparison or value; separate requirements by ;";
        return comparison is not (Comparison.Equal or Comparison.NotEqual) && !VersionText.Is(value)
            ? $"'{text}' compares with '{value}', which is neither a number nor a version such as 10.0.1"
            : null;
    }

    private bool IsEqual(string offered) => VersionText.Is(offered) && VersionText.Is(Value)
        ? VersionText.Compare(offered, Value) == 0
        : offered == Value;

    private bool Accepts(int order) => Comparison switch
    {
        Comparison.AtLeast => order >= 0,
        Comparison.AtMost => order <= 0,
        Comparison.Above => order > 0,
        _ => order < 0,
    };

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]{0,99}$")]
    private static partial Regex NamePattern();
}
