namespace TestFlock.Bench.Costs;

/// <summary>A settings file for one measurement.</summary>
internal static class RunSettings
{
    /// <returns>The file's path.</returns>
    public static string Write(string content)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("testflock-bench-").FullName, "bench.runsettings");
        File.WriteAllText(path, $"<RunSettings>{content}</RunSettings>");
        return path;
    }
}
