using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TestFlock.Allure.Identity;

/// <summary>
/// The ids of tests, as Allure's own adapters for .NET compute them: MD5 of names and arguments, the latter as the JSON
/// writer that those adapters use would write them. Reports and TestOps know a test again by them.
/// </summary>
internal static class HistoryText
{
    // What is around a name without parameters.
    private const int RestLength = 32;

    public static string TestCaseId(string fullName) => Md5(fullName);

    /// <param name="fullName">The test's.</param>
    /// <param name="values">Of the parameters, in the order of their names.</param>
    public static string HistoryId(string fullName, IEnumerable<string> values)
    {
        var text = new StringBuilder("{\"fullName\":", fullName.Length + RestLength);
        AppendQuoted(text, fullName);
        text.Append(",\"parameters\":[");
        var first = true;
        foreach (var value in values)
        {
            if (!first)
                text.Append(',');
            first = false;
            AppendQuoted(text, value);
        }

        return Md5(text.Append("]}").ToString());
    }

    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2);
        AppendQuoted(quoted, text);
        return quoted.ToString();
    }

    private static void AppendQuoted(StringBuilder target, string text)
    {
        target.Append('"');
        var copied = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (!NeedsEscape(c))
                continue;
            target.Append(text, copied, at - copied);
            copied = at + 1;
            switch (c)
            {
                case '"':
                    target.Append("\\\"");
                    break;
                case '\\':
                    target.Append("\\\\");
                    break;
                case '\n':
                    target.Append("\\n");
                    break;
                case '\r':
                    target.Append("\\r");
                    break;
                case '\t':
                    target.Append("\\t");
                    break;
                case '\b':
                    target.Append("\\b");
                    break;
                case '\f':
                    target.Append("\\f");
                    break;
                default:
                    target.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    break;
            }
        }

        target.Append(text, copied, text.Length - copied).Append('"');
    }

    private static bool NeedsEscape(char c) => c is '"' or '\\' or < ' ' or '\u0085' or '\u2028' or '\u2029';

#pragma warning disable CA5351 // It protects nothing: it is the id that reports know tests by.
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
}
