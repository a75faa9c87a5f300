using System.Text;

namespace TestFlock.TestAdapter.Flock.Coordinator;

/// <summary>The words for a coordinator that broke off.</summary>
internal static class CoordinatorObituary
{
    public static RunWasBrokenOff Ended(CoordinatorExit exit, string? logFile) =>
        exit.ExitCode is null
            ? Write("it closed its output before the run was over, and was stopped", exit, logFile)
            : Write($"it ended with {exit.Code} before the run was over", exit, logFile);

    public static RunWasBrokenOff WroteRubbish(InvalidDataException problem, CoordinatorExit exit, string? logFile) =>
        Write($"it wrote something that is no message, and was stopped: {problem.Message}", exit, logFile);

    public static RunWasBrokenOff DidNotCancel(TimeSpan patience, CoordinatorExit exit, string? logFile) =>
        Write($"it did not end within {patience.TotalSeconds:0} s after the run was cancelled, and was stopped", exit,
            logFile);

    private static RunWasBrokenOff Write(string cause, CoordinatorExit exit, string? logFile)
    {
        var report = new StringBuilder($"TestFlock: the coordinator (process {exit.ProcessId}) broke off: {cause}.");
        if (exit.LastErrors.Count > 0)
            report.AppendLine().Append("Its last words:").AppendJoin(
                "", exit.LastErrors.Select(line => $"{Environment.NewLine}  {line}"));
        report.AppendLine().Append(logFile is null ? "It had not begun a log." : $"Its log: {logFile}");
        report.AppendLine().Append(Cure(exit));
        return new(cause, report.ToString());
    }

    private static string Cure(CoordinatorExit exit) => exit.ExitCode switch
    {
        137 => "Exit code 137 is often the operating system's answer to a lack of memory: lower <Slots> in the " +
            "<TestFlock> section of the run settings, or run on a machine with more memory.",
        134 or 139 => "It crashed: please report this with its log. Running again may help.",
        _ => "See its last words and its log, and run again.",
    };
}
