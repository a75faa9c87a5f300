using TestFlock.Allure.Configuration;

namespace TestFlock.Allure.Folder;

/// <summary>Where the results of a run go: our own setting first, then the user's configuration of Allure.</summary>
internal static class ResultsPlace
{
    private const string Default = "allure-results";

    /// <returns>Full path.</returns>
    public static string Of(AllureRun run, AllureConfig config)
    {
        if (run.Options.Directory is { } own)
            return Path.GetFullPath(Path.Combine(run.ResultsDirectory, own));

        // Allure's own adapters take it from the current folder of the test host, which is the assembly's.
        return config.Directory is { } configured
            ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(run.Sources[0])!, configured))
            : Path.GetFullPath(Path.Combine(run.ResultsDirectory, Default));
    }
}
