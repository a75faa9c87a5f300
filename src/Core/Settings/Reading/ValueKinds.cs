using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using TestFlock.Core.Matching;
using TestFlock.Core.Packages;

namespace TestFlock.Core.Settings.Reading;

/// <summary>The kinds of value that settings have.</summary>
internal static class ValueKinds
{
    private delegate bool Parsing<T>(string text, [NotNullWhen(true)] out T? value);

    public static ValueKind<bool> Flag { get; } = new("true or false", ReadFlag);

    public static ValueKind<Uri> WebAddress { get; } = Of(
        "an http or https address without a user",
        (string text, [NotNullWhen(true)] out Uri? uri) =>
            Uri.TryCreate(text, UriKind.Absolute, out uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            && uri.UserInfo.Length == 0);

    public static ValueKind<StoreAddress> Store { get; } = Of<StoreAddress>(
        "redis, an http or https address without ? and #, or the full path of a directory that all machines see",
        StoreAddress.TryParse);

    /// <summary>A variable's name; <c>=</c> and white space cannot be part of one.</summary>
    public static ValueKind<string> VariableName { get; } = Of(
        "the name of a variable, without = and blanks",
        (string text, [NotNullWhen(true)] out string? value) => IsName(value = text) && !text.Contains('*'));

    public static ValueKind<string> VariablePattern { get; } = Of(
        "the name of a variable, without = and blanks, * for any characters",
        (string text, [NotNullWhen(true)] out string? value) => IsName(value = text));

    public static ValueKind<RequirementSet> Requirements { get; } = new(
        "a list of requirements such as os=linux; dotnet>=10; browser", RequirementSet.TryParse);

    /// <summary>A name of the enumeration, in lower case where it is shown and in any where it is read.</summary>
    public static ValueKind<T> Choice<T>()
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        return Of(
            string.Join(", ", names[..^1].Select(Shown)) + " or " + Shown(names[^1]),
            (string text, out T value) => Enum.TryParse(text, ignoreCase: true, out value)
                && names.Contains(text, StringComparer.OrdinalIgnoreCase));
    }

    public static ValueKind<int> Whole(int least, int most) => Of(
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"),
        (string text, out int value) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
            && value >= least && value <= most);

    /// <summary>Any text that a value of any length and a line break would harm.</summary>
    public static ValueKind<string> Name(int longest) => Of(
        $"a text of 1 to {longest} characters in one line",
        (string text, [NotNullWhen(true)] out string? value) =>
            (value = text).Length > 0 && text.Length <= longest && !text.Any(char.IsControl));

    /// <summary>Whatever the user wants it to be, nothing included.</summary>
    public static ValueKind<string> Text { get; } = Of("a text", (string text, [NotNullWhen(true)] out string? value) =>
    {
        value = text;
        return true;
    });

    public static ValueKind<TimeSpan> Duration(TimeSpan least, TimeSpan most) => Of(
        $"a duration from {least:c} to {most:c}, as hours:minutes:seconds such as 00:10:00",
        (string text, out TimeSpan value) => DurationText.TryParse(text, out value) && value >= least && value <= most);

    /// <param name="schemes">What may stand before <c>://</c>.</param>
    /// <returns>Reads the word <c>embedded</c> as an absent address.</returns>
    public static ValueKind<ServerChoice> Server(params string[] schemes) => Of(
        $"embedded, or an address such as {schemes[0]}://user@host, or {schemes[1]}:// over TLS, without ? and #",
        (string text, [NotNullWhen(true)] out ServerChoice? value) =>
        {
            var embedded = text.Equals("embedded", StringComparison.OrdinalIgnoreCase);
            ServerAddress? address = null;
            value = embedded || ServerAddress.TryParse(text, schemes, out address) ? new ServerChoice(address) : null;
            return value is not null;
        });

    private static ValueKind<T> Of<T>(string range, Parsing<T> parsing) =>
        new(range, (string text, [NotNullWhen(true)] out T? value, out string? problem) =>
        {
            problem = null;
            return parsing(text, out value);
        });

    /// <summary>XML's own spellings of truth too.</summary>
    private static bool ReadFlag(string text, out bool value, out string? problem)
    {
        problem = null;
        value = text is "1";
        return text is "0" or "1" || bool.TryParse(text, out value);
    }

    private static bool IsName(string text) =>
        text.Length > 0 && !text.Contains('=') && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    private static string Shown(string name) => name.ToLowerInvariant();
}
