using System.Globalization;
using System.Text;

namespace TestFlock.Core.Packages;

/// <summary>
/// A package's list as text: a first line that names the format, then a line a file: hash, size, <c>x</c> for a program
/// or
/// <c>-</c>, path. Text and not JSON, so that equal lists are equal bytes, and a person can read and compare them.
/// </summary>
internal static class PackageList
{
    private const string Format = "testflock package 1";

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Write(IEnumerable<PackageFile> files)
    {
        var text = new StringBuilder(Format).Append('\n');
        foreach (var file in files)
        {
            text.Append(file.Hash.Hex).Append(' ')
                .Append(CultureInfo.InvariantCulture, $"{file.Size}")
                .Append(file.IsExecutable ? " x " : " - ")
                .Append(file.Path).Append('\n');
        }

        return text.ToString();
    }

    /// <exception cref="PackageException">The text is no such list.</exception>
    public static IReadOnlyList<PackageFile> Read(byte[] text)
    {
        string[] lines;
        try
        {
            lines = StrictUtf8.GetString(text).Split('\n');
        }
        catch (DecoderFallbackException e)
        {
            throw new PackageException("The list of the package is no text.", e);
        }

        if (lines[0] != Format)
            throw new PackageException(
                $"The list of the package begins with '{Shorten(lines[0])}' instead of '{Format}'. Upgrade this side.");
        return [.. lines[1..].Where(line => line.Length > 0).Select(ReadLine)];
    }

    private static PackageFile ReadLine(string line) =>
        line.Split(' ', 4) is [var hex, var length, var kind, var path]
        && ContentHash.TryParse(hex, out var hash)
        && long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
        && kind is "x" or "-"
            ? new PackageFile { Path = path, Hash = hash, Size = size, IsExecutable = kind == "x" }
            : throw new PackageException($"The list of the package has a line that is none: '{Shorten(line)}'.");

    private static string Shorten(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
