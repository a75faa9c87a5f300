using System.Text;

namespace TestFlock.Execution.Calls;

/// <summary>Writes an argument so that a shell gives it to the program unchanged.</summary>
internal static class ShellQuoting
{
    private const string Plain = "-_./:=@%+,";

    /// <summary>For sh, bash, zsh and their like.</summary>
    public static string ForPosix(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || Plain.Contains(c))
            ? argument
            : $"'{argument.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>
    /// For cmd, and for the rules by which C programs split their command line: backslashes count only before a quote.
    /// </summary>
    public static string ForWindows(string argument)
    {
        if (argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || @"-_./\:=@+".Contains(c)))
            return argument;

        var quoted = new StringBuilder("\"");
        var backslashes = 0;
        foreach (var c in argument)
        {
            if (c == '"')
                quoted.Append('\\', backslashes + 1);
            backslashes = c == '\\' ? backslashes + 1 : 0;
            quoted.Append(c);
        }

        return quoted.Append('\\', backslashes).Append('"').ToString();
    }
}
