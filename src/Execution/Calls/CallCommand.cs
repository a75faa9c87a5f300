namespace TestFlock.Execution.Calls;

/// <summary>The command line of one call, for the operating system and for a person.</summary>
internal sealed record CallCommand(string Program, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    /// <param name="program">Which <c>dotnet</c>.</param>
    /// <param name="sources">The test assemblies.</param>
    /// <param name="folder">Has the selection and the settings.</param>
    /// <param name="loggerFolder">Holds our logger and no test adapter: the test host would load what it finds
    /// there.</param>
    /// <param name="workingDirectory">An existing folder.</param>
    public static CallCommand For(
        string program, IEnumerable<string> sources, CallFolder folder, string loggerFolder, string workingDirectory) =>
        new(
            program,
            [
                "test",
                .. sources,
                "--settings",
                folder.SettingsFile,
                "--logger",
                "testflock",
                "--test-adapter-path",
                loggerFolder,
            ],
            workingDirectory);

    /// <summary>To paste into a shell of this operating system.</summary>
    public override string ToString() =>
        OperatingSystem.IsWindows() ? In(ShellQuoting.ForWindows) : In(ShellQuoting.ForPosix);

    private string In(Func<string, string> quote) =>
        $"cd {quote(WorkingDirectory)} && {string.Join(' ', Arguments.Prepend(Program).Select(quote))}";
}
