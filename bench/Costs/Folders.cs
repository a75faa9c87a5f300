namespace TestFlock.Bench.Costs;

/// <summary>Where the benchmark lies.</summary>
internal static class Folders
{
    /// <exception cref="InvalidOperationException">The program was moved out of the repository.</exception>
    public static string FindBench()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Extension.sln")))
            folder = folder.Parent;
        return Path.Combine(
            folder?.FullName
                ?? throw new InvalidOperationException("Run the benchmark from its place in the repository."),
            "bench");
    }
}
