namespace TestFlock.Contracts;

/// <summary>
/// Ids become parts of queue names, keys and file names, on servers that others can write to: what could act as a path
/// or a pattern is refused at the door.
/// </summary>
internal static class IdText
{
    private const int LongestId = 64;

    public static string Checked(string what, string value) =>
        value is { Length: > 0 and <= LongestId } && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? value
            : throw new FormatException(
                $"'{(value?.Length > LongestId ? value[..LongestId] + "…" : value)}' is no {what}: "
                + $"1 to {LongestId} letters, digits and hyphens are.");
}
