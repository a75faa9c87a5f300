namespace TestFlock.TestAdapter.Flock.Coordinator;

/// <summary>How the program ended.</summary>
/// <param name="ProcessId">The process that it was.</param>
/// <param name="ExitCode">Null when it had to be killed.</param>
/// <param name="LastErrors">The last lines of its standard error.</param>
internal sealed record CoordinatorExit(int ProcessId, int? ExitCode, IReadOnlyList<string> LastErrors)
{
    private const int SignalBase = 128;
    private static readonly Dictionary<int, string> Signals = new()
    {
        [2] = "SIGINT", [6] = "SIGABRT", [9] = "SIGKILL", [11] = "SIGSEGV", [15] = "SIGTERM",
    };

    /// <summary>Such as <c>exit code 137 (SIGKILL)</c>.</summary>
    public string Code =>
        ExitCode is { } code && !OperatingSystem.IsWindows() && Signals.TryGetValue(code - SignalBase, out var signal)
            ? $"exit code {code} ({signal})"
            : $"exit code {ExitCode}";
}
