using System.Text;

namespace TestFlock.Core.Planning;

/// <summary>
/// Takes a fully qualified name apart, as NUnit writes it: <c>Shop.Tests("a.b")+Of&lt;Int32&gt;.Buys(1)</c>.
/// </summary>
internal static class QualifiedName
{
    /// <summary>
    /// The class without type arguments and arguments, and how much of the name it takes with them. A class never has
    /// the name of a namespace, so the first known one that fits is it; without that knowledge, the shape of the name
    /// must do.
    /// </summary>
    /// <param name="name">The fully qualified name; what follows the class may be any text.</param>
    /// <param name="isClass">Whether there is such a class; null when that is not known.</param>
    /// <param name="method">The method's name; null when that is not known.</param>
    public static (string Class, int End) SplitClass(string name, Func<string, bool>? isClass, string? method)
    {
        var plain = new StringBuilder(name.Length);
        (int InPlain, int InName)? lastDot = null;
        for (var i = 0; i < name.Length;)
        {
            if (name[i] == '.')
            {
                if (isClass?.Invoke(plain.ToString()) == true || method is not null && IsMethodAt(name, i + 1, method))
                    return (plain.ToString(), i);
                lastDot = (plain.Length, i);
            }
            else if (name[i] is '(' or '<')
            {
                var end = SkipArguments(name, i);
                var next = end < name.Length ? name[end] : '\0';
                if (next == '+')
                {
                    i = end;
                    continue;
                }

                // Arguments with a dot behind them are the class's; at the end they are the method's.
                if (next == '.' || isClass?.Invoke(plain.ToString()) == true)
                    return (plain.ToString(), end);
                break;
            }
            else if (!IsPartOfName(name[i]))
            {
                // No class is named so: a given name began after the last dot.
                break;
            }

            plain.Append(name[i++]);
        }

        return lastDot is var (inPlain, inName) ? (plain.ToString(0, inPlain), inName) : (name, name.Length);
    }

    /// <summary>The position after type arguments and arguments that begin at <paramref name="start"/>.</summary>
    private static int SkipArguments(string name, int start)
    {
        var end = name[start] == '<' ? SkipBrackets(name, start, '<', '>') : start;
        return end < name.Length && name[end] == '(' ? SkipBrackets(name, end, '(', ')') : end;
    }

    /// <summary>Brackets within texts and characters do not count; what is never closed goes on to the end.</summary>
    private static int SkipBrackets(string name, int start, char open, char close)
    {
        var depth = 0;
        for (var i = start; i < name.Length; i++)
        {
            if (open == '(' && name[i] is '"' or '\'')
                i = SkipQuoted(name, i);
            else if (name[i] == open)
                depth++;
            else if (name[i] == close && --depth == 0)
                return i + 1;
        }

        return name.Length;
    }

    private static int SkipQuoted(string name, int start)
    {
        for (var i = start + 1; i < name.Length; i++)
        {
            if (name[i] == '\\')
                i++;
            else if (name[i] == name[start])
                return i;
        }

        return name.Length;
    }

    private static bool IsMethodAt(string name, int start, string method)
    {
        var end = start + method.Length;
        return string.CompareOrdinal(name, start, method, 0, method.Length) == 0
            && (end == name.Length || end < name.Length && name[end] is '(' or '<');
    }

    private static bool IsPartOfName(char c) =>
        char.IsLetterOrDigit(c) || c is '_' or '+' or '`' || char.IsSurrogate(c);
}
