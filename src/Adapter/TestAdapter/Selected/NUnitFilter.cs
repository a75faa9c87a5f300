using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TestFlock.TestAdapter.Selected;

/// <summary>Writes a selection in NUnit's test selection language.</summary>
/// <remarks>
/// Two outside facts shape it. A test counts as chosen by name only where no negation is on the way to its name: so a
/// term that is always true but negated makes NUnit treat explicit tests as in a run of everything. And NUnit's adapter
/// replaces a filter by the names of what it found, unless it holds a category; so both forms hold one.
/// </remarks>
internal static partial class NUnitFilter
{
    private const string NoCategory = "'TestFlock: a category that no test has'";

    public static string For(IReadOnlyList<SelectedCase> cases) =>
        string.Join(" || ", new[] { PassedOverIfExplicit(cases), Run(cases) }.OfType<string>());

    private static string? PassedOverIfExplicit(IEnumerable<SelectedCase> cases) =>
        Names(cases.Where(c => !c.RunsExplicit)) is { } names ? $"(cat != {NoCategory} && {names})" : null;

    private static string? Run(IEnumerable<SelectedCase> cases) =>
        Names(cases.Where(c => c.RunsExplicit)) is { } names ? $"(cat == {NoCategory} || {names})" : null;

    private static string? Names(IEnumerable<SelectedCase> cases)
    {
        var names = cases.Select(c => c.Case.FullyQualifiedName).Distinct(StringComparer.Ordinal).ToLookup(
            name => Plain().IsMatch(name));
        string[] parts = [.. new[] { Listed([.. names[true]]), Expressed([.. names[false]]) }.OfType<string>()];
        return parts.Length > 1 ? $"({string.Join(" || ", parts)})" : parts.FirstOrDefault();
    }

    // NUnit looks names up in a set; an expression of thousands it would compile for seconds, in each call anew.
    private static string? Listed(string[] names)
    {
        Array.Sort(names, StringComparer.Ordinal);
        return names.Length == 0 ? null : $"(test == \"{string.Join("\" || test == \"", names)}\")";
    }

    // What means nothing to the language, nor to XML. Of arguments, the language takes no more than one list, at the
    // end.
    [GeneratedRegex(@"^[A-Za-z0-9_.+]+(?:\([A-Za-z0-9_.+,-]*\))?\z")]
    private static partial Regex Plain();

    // The language drops blanks and control characters from names, not from expressions.
    private static string? Expressed(string[] names)
    {
        if (names.Length == 0)
            return null;

        // Sorted, since the expression's compiler shares beginnings of neighbours: thousands of names stay fast to
        // match.
        Array.Sort(names, StringComparer.Ordinal);
        var text = new StringBuilder("test =~ \"^(?:");
        for (var i = 0; i < names.Length; i++)
            AppendName(i == 0 ? text : text.Append('|'), names[i]);
        return text.Append(")\\\\z\"").ToString();
    }

    private static void AppendName(StringBuilder text, string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (IsEscapeAt(name, i, out var escaped))
            {
                // NUnit shows what XML cannot hold as these six letters; the test's real name may hold either.
                AppendLetters(text.Append("(?:"), name.AsSpan(i, 6));
                AppendUnit(text.Append('|'), escaped).Append(')');
                i += 5;
            }
            else
            {
                AppendLetters(text, name.AsSpan(i, 1));
            }
        }
    }

    private static void AppendLetters(StringBuilder text, ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter == '_')
                text.Append(letter);
            else
                AppendUnit(text, letter);
        }
    }

    // The language takes a backslash for its own escape, so it is doubled.
    private static StringBuilder AppendUnit(StringBuilder text, char unit) =>
        text.Append(CultureInfo.InvariantCulture, $"\\\\u{(int)unit:X4}");

    private static bool IsEscapeAt(string name, int index, out char escaped)
    {
        escaped = '\0';
        if (index + 6 > name.Length || name[index] != '\\' || name[index + 1] != 'u'
            || !ushort.TryParse(name.AsSpan(index + 2, 4), NumberStyles.AllowHexSpecifier, null, out var unit))
        {
            return false;
        }

        escaped = (char)unit;
        return true;
    }
}
