using TestFlock.Contracts;

namespace TestFlock.Execution.Tests.Support;

internal static class BatchRunText
{
    /// <summary>Events as a person would note them down, to compare whole stories.</summary>
    public static IEnumerable<string> Story(this BatchRun run) => run.Events.Select(Line);

    /// <summary>How each attempt ended, by ordinal.</summary>
    public static IEnumerable<AttemptEnd> EndsInOrder(this BatchRun run) =>
        run.Ends.OrderBy(e => e.Attempt.Ordinal).Select(e => e.End);

    public static string ReasonOf(this BatchRun run, int ordinal) =>
        run.Ends.Single(e => e.Attempt.Ordinal == ordinal).Reason.ShouldNotBeNull();

    private static string Line(AgentEvent told) => told switch
    {
        AttemptStarted e => $"{e.Attempt.Ordinal} started",
        ResultArrived e => $"{e.Attempt.Ordinal} {e.Result.Outcome}",
        AttemptEnded e => $"{e.Attempt.Ordinal} ended: {e.End}",
        AgentNote e => $"{e.Level}: {e.Text}",
        _ => told.GetType().Name,
    };
}
