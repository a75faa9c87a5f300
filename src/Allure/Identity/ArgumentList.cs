namespace TestFlock.Allure.Identity;

/// <summary>Finds the arguments in the display name of a test, as all frameworks write them.</summary>
internal static class ArgumentList
{
    private const string Brackets = "([{<";
    private const string ClosingBrackets = ")]}>";

    /// <returns>Null when there are none: the name ends without, or is one that somebody gave.</returns>
    public static IReadOnlyList<string>? Find(string displayName, string method)
    {
        if (!displayName.EndsWith(')'))
            return null;

        // The method's name may occur again in an argument: the first one that arguments follow is it.
        for (var at = displayName.IndexOf(method, StringComparison.Ordinal); at >= 0;
            at = displayName.IndexOf(method, at + 1, StringComparison.Ordinal))
        {
            var isWhole = at == 0 || displayName[at - 1] is '.' or '+';
            var open = SkipTypeArguments(displayName, at + method.Length);
            if (isWhole && open < displayName.Length && displayName[open] == '(')
                return Split(displayName[(open + 1)..^1]);
        }

        return null;
    }

    /// <summary>At commas outside of quotes and brackets.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var parts = new List<string>();
        var (depth, begin) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '"' or '\'' && IsOpening(text, i))
                i = SkipQuoted(text, i);
            else if (Brackets.Contains(text[i]))
                depth++;
            else if (ClosingBrackets.Contains(text[i]))
                depth--;
            else if (text[i] == ',' && depth <= 0)
            {
                parts.Add(text[begin..i].Trim());
                begin = i + 1;
            }
        }

        if (text.Length > 0)
            parts.Add(text[begin..].Trim());
        return parts;
    }

    private static int SkipTypeArguments(string name, int at)
    {
        if (at < name.Length && name[at] == '<')
        {
            var end = name.IndexOf('>', at);
            at = end < 0 ? at : end + 1;
        }

        return at < name.Length && name[at] == ' ' ? at + 1 : at;
    }

    // An apostrophe within an unquoted text opens nothing.
    private static bool IsOpening(string text, int at) =>
        at == 0 || text[at - 1] is ' ' or ',' or '(' or '[' or '{' or ':' or '=';

    private static int SkipQuoted(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == text[start])
                return i;
        }

        return start;
    }
}
