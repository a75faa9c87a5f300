namespace TestFlock.Core.Packages;

/// <summary>
/// What a file of a package may be called: relative, with slashes, and such that it means one file, and the same one,
/// on every operating system. Whoever lays a package out relies on it.
/// </summary>
public static class PackagePath
{
    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. Numbered("COM"),
            .. Numbered("LPT")], StringComparer.OrdinalIgnoreCase);

    /// <returns>Null when the path will do; else what is wrong with it, to follow the path in a sentence.</returns>
    public static string? FindFault(string path)
    {
        if (path.Length == 0)
            return "is empty";
        if (path.Length > PackageLimits.LongestPath)
            return $"is longer than {PackageLimits.LongestPath} characters";
        if (path[0] is '/' or '\\' || path is [_, ':', ..])
            return "is absolute";
        return path.Split('/').Select(FindFaultOfName).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>Equal for paths that some file system takes for one.</summary>
    public static string Fold(string path) => path.Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant();

    private static string? FindFaultOfName(string name) => name switch
    {
        "" => "holds an empty name",
        "." or ".." => $"leads elsewhere with '{name}'",
        _ when name.Any(c => char.IsControl(c) || char.IsSurrogate(c) && !IsWellFormed(name)) =>
            "holds a character that no name can have",
        _ when name.IndexOfAny(['\\', ':', '<', '>', '"', '|', '?', '*']) is >= 0 and var at =>
            $"holds '{name[at]}', which Windows has another meaning for",
        _ when name[^1] is '.' or ' ' => $"holds '{name}', whose last character Windows drops",
        _ when Devices.Contains(name.Split('.')[0].TrimEnd()) => $"holds '{name}', which is a device on Windows",
        _ => null,
    };

    private static bool IsWellFormed(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsSurrogate(name[i]))
                continue;
            if (i + 1 == name.Length || !char.IsSurrogatePair(name[i], name[i + 1]))
                return false;
            i++;
        }

        return true;
    }

    private static IEnumerable<string> Numbered(string device) =>
        "123456789\u00B9\u00B2\u00B3".Select(digit => device + digit);
}
