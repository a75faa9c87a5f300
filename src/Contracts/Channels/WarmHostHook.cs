namespace TestFlock.Contracts;

/// <summary>
/// How a slot names, among the programs that the runtime runs before a test host's own first line, the one that makes
/// it a warm host. The host takes the name away before tests, or what they start, see it.
/// </summary>
/// <remarks>https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md</remarks>
public static class WarmHostHook
{
    /// <summary>Of the environment; holds a list, separated as paths are.</summary>
    public const string Variable = "DOTNET_STARTUP_HOOKS";

    private const string File = "TestFlock.WarmHost.dll";

    /// <summary>Full path of the hook; older packages have none.</summary>
    /// <param name="outputFolder">Of the test project.</param>
    public static string In(string outputFolder) => Path.Combine(outputFolder, "testflock", File);

    /// <summary>
    /// Whether the runtime would take it for one path; a list that names a file that is not there ends a process at
    /// its start.
    /// </summary>
    public static bool CanName(string hook) => !hook.Contains(Path.PathSeparator);

    /// <summary>The list with the hook, which comes last: what a user hooks in sees the process first.</summary>
    public static string With(string? hooks, string hook) =>
        string.IsNullOrEmpty(hooks) ? hook : hooks + Path.PathSeparator + hook;

    /// <summary>The list as it was; null when nothing else was in it.</summary>
    public static string? Without(string? hooks)
    {
        if (hooks is null || !hooks.EndsWith(File, StringComparison.Ordinal))
            return hooks;
        var end = hooks.LastIndexOf(Path.PathSeparator);
        return end < 0 ? null : hooks[..end];
    }
}
