namespace TestFlock.Core.Overview;

/// <summary>An attempt that somebody who watches a run may want to look into: it failed, or is not the first.</summary>
/// <param name="Test">The test's name, for people.</param>
/// <param name="Number">From 1.</param>
/// <param name="Place">Agent and slot; empty when none had it.</param>
/// <param name="End">The outcome, or why it stopped without one.</param>
/// <param name="Output">Messages, stacks and output, cut to <see cref="MostOutput"/> characters.</param>
/// <param name="Seconds">How long it took; null when it never began.</param>
public sealed record AttemptSeen(
    string Test, int Number, string Place, string End, string Output, double? Seconds = null)
{
    public const int MostOutput = 4000;
}
