using System.Text;

namespace TestFlock.Allure.Surroundings;

/// <summary>Writes <c>environment.properties</c>: what the run ran on, as a table of the report.</summary>
internal static class EnvironmentProperties
{
    public const string FileName = "environment.properties";

    /// <param name="properties">In order; null values are left out.</param>
    public static byte[] Write(IEnumerable<(string Name, string? Value)> properties)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in properties)
        {
            if (string.IsNullOrEmpty(value))
                continue;
            Append(text, name, isName: true);
            text.Append('=');
            Append(text, value, isName: false);
            text.Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Append(StringBuilder target, string text, bool isName)
    {
        foreach (var c in text)
        {
            if (c is '\n' or '\r')
            {
                target.Append(c == '\n' ? "\\n" : "\\r");
                continue;
            }

            if (c is '\\' or ':' or '=' or '#' or '!' || (isName && c == ' '))
                target.Append('\\');
            target.Append(c);
        }
    }
}
