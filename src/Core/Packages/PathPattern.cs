using System.Text.RegularExpressions;

namespace TestFlock.Core.Packages;

/// <summary>
/// Which files a user means: <c>*</c> for any characters of a name, <c>**</c> for any folders, <c>?</c> for one
/// character. Without a slash it means a name in any folder; with a slash at its end, all below that folder. Case makes
/// no difference.
/// </summary>
public sealed class PathPattern
{
    private readonly Regex _regex;

    private PathPattern(string text, Regex regex) => (Text, _regex) = (text, regex);

    public string Text { get; }

    /// <param name="text">With slashes, or backslashes for slashes.</param>
    public static PathPattern Parse(string text)
    {
        var pattern = text.Replace('\\', '/');
        if (pattern.EndsWith('/'))
            pattern += "**";
        if (!pattern.Contains('/'))
            pattern = "**/" + pattern;
        var regex = Regex.Escape(pattern.TrimStart('/'))
            .Replace(@"\*\*/", "(?:.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
        return new PathPattern(
            text, new Regex(
                $"^{regex}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
    }

    /// <param name="path">Relative, with slashes.</param>
    public bool Matches(string path) => _regex.IsMatch(path);

    public override string ToString() => Text;
}
