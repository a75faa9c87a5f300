using System.Globalization;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>Who started whom, from /proc.</summary>
internal static class ProcessFamily
{
    /// <summary>The process below another whose command line is one of our program's with this verb.</summary>
    public static int FindProgramBelow(int ancestor, string verb) => All().First(id =>
        CommandOf(id).TrimEnd() is var command
        && (command.EndsWith($"testflock {verb}", StringComparison.Ordinal)
            || command.EndsWith($"testflock.dll {verb}", StringComparison.Ordinal))
        && IsBelow(id, ancestor));

    public static IReadOnlyList<int> FindBelow(int ancestor) => [.. All().Where(id => IsBelow(id, ancestor))];

    /// <summary>Whether it still works: a zombie does not.</summary>
    public static bool IsAlive(int process) => StatOf(process) is { State: not 'Z' };

    private static bool IsBelow(int process, int ancestor)
    {
        for (var at = StatOf(process); at is { Parent: > 1 } stat; at = StatOf(stat.Parent))
        {
            if (stat.Parent == ancestor)
                return true;
        }

        return false;
    }

    private static IEnumerable<int> All() => Directory.EnumerateDirectories("/proc")
        .Select(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0);

    private static string CommandOf(int process) => Read($"/proc/{process}/cmdline")?.Replace('\0', ' ') ?? "";

    private static (char State, int Parent)? StatOf(int process)
    {
        // "12 (name) S 1 …": the name may hold blanks and parentheses.
        if (Read($"/proc/{process}/stat") is not { } stat)
            return null;
        var rest = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (rest[0][0], int.Parse(rest[1], CultureInfo.InvariantCulture));
    }

    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
