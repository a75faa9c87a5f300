using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using TestFlock.Contracts;
using VsResult = Microsoft.VisualStudio.TestPlatform.ObjectModel.TestResult;

namespace TestFlock.TestAdapter.Flock;

/// <summary>
/// Writes into a result where it comes from: as properties for loggers, and as a line for people.
/// </summary>
/// <remarks>
/// The line goes among the additional information, which no framework uses: the console shows it with a failed test,
/// TRX keeps it apart in <c>TextMessages</c>, and standard output stays as the test wrote it.
/// </remarks>
internal static class VsPlace
{
    private static readonly TestProperty Agent =
        TestProperty.Register("TestFlock.Agent", "Agent", typeof(string), typeof(VsResult));

    private static readonly TestProperty Slot =
        TestProperty.Register("TestFlock.Slot", "Slot", typeof(int), typeof(VsResult));

    private static readonly TestProperty Attempt =
        TestProperty.Register("TestFlock.Attempt", "Attempt", typeof(int), typeof(VsResult));

    public static void Write(VsResult result, TestReported reported)
    {
        result.SetPropertyValue(Attempt, reported.Attempt);
        if (reported.Slot == 0)
            return;

        result.SetPropertyValue(Agent, reported.Agent);
        result.SetPropertyValue(Slot, reported.Slot);
        var attempt = reported.Attempt > 1 ? $", attempt {reported.Attempt}" : "";
        result.Messages.Add(new TestResultMessage(
            TestResultMessage.AdditionalInfoCategory,
            $"TestFlock: agent {reported.Agent}, slot {reported.Slot}{attempt}."));
    }
}
