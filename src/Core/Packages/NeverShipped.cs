namespace TestFlock.Core.Packages;

/// <summary>
/// What lies in test outputs and no agent ever needs. docs/configuration.md has the same list; what a user leaves out
/// beside it is in the settings.
/// </summary>
public static class NeverShipped
{
    /// <summary>
    /// Results of earlier runs, the program that the adapter starts for a run's coordinator, and native libraries for
    /// systems that run no <c>dotnet test</c>.
    /// </summary>
    public static IReadOnlyList<PathPattern> Patterns { get; } =
    [
        .. new[]
        {
            "TestResults/**", "testflock/program/**", "testflock/program.path", "runtimes/browser*/**",
            "runtimes/wasi*/**", "runtimes/android*/**", "runtimes/ios*/**", "runtimes/tvos*/**",
            "runtimes/maccatalyst*/**", "runtimes/tizen*/**",
        }.Select(PathPattern.Parse),
    ];
}
