using System.Text;

namespace TestFlock.Core.Settings.Reading;

/// <summary>
/// Puts the caller's variables in the place of <c>%NAME%</c>, and a percent sign in the place of <c>%%</c>.
/// </summary>
internal sealed class VariableExpansion(Func<string, string?> environment)
{
    /// <summary>A value without its variables.</summary>
    /// <param name="Value">Null when there are problems.</param>
    /// <param name="Missing">Variables that are not set.</param>
    /// <param name="IsMalformed">A percent sign belongs to nothing.</param>
    /// <param name="UsesVariables">Some of it must not be shown.</param>
    public sealed record Expanded(string? Value, IReadOnlyList<string> Missing, bool IsMalformed, bool UsesVariables);

    public Expanded Expand(string written)
    {
        if (!written.Contains('%'))
            return new Expanded(written, [], IsMalformed: false, UsesVariables: false);

        var value = new StringBuilder(written.Length);
        var missing = new List<string>();
        var usesVariables = false;
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] != '%')
            {
                value.Append(written[i]);
                continue;
            }

            var end = written.IndexOf('%', i + 1);
            var name = end < 0 ? "" : written[(i + 1)..end];
            if (end == i + 1)
                value.Append('%');
            else if (!IsName(name))
                return new Expanded(null, missing, IsMalformed: true, usesVariables);
            else if (environment(name) is { } content)
                value.Append(content);
            else
                missing.Add(name);
            usesVariables |= name.Length > 0;
            i = end;
        }

        return new Expanded(missing.Count == 0 ? value.ToString() : null, missing, IsMalformed: false, usesVariables);
    }

    /// <summary>
    /// Parentheses and dots are there for names such as <c>ProgramFiles(x86)</c>; a digit never begins one.
    /// </summary>
    private static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' or '(' or ')');
}
