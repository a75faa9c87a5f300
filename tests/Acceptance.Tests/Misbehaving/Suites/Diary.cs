using System.Diagnostics;

/// <summary>What tests note down of themselves, in a folder that outlives processes: one file for each entry.</summary>
public static class Diary
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("DIARY")!;

    /// <returns>How often the place was noted before, in any process.</returns>
    public static int Note(string place, int state = 0)
    {
        var before = Directory.GetFiles(Folder, place + ".*").Length;
        var entry = $"{place}.{Stopwatch.GetTimestamp()}.{Environment.ProcessId}.{state}";
        File.WriteAllText(Path.Combine(Folder, entry), "");
        return before;
    }

    public static void FailOnce(string place)
    {
        if (Note(place) == 0)
            throw new InvalidOperationException(place + " fails once");
    }

    public static void Check(bool holds)
    {
        if (!holds)
            throw new InvalidOperationException("does not hold");
    }
}
