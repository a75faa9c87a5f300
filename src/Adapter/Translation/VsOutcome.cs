using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using TestFlock.Contracts;

namespace TestFlock.Translation;

/// <summary>What the test said, in VSTest's type and in ours.</summary>
internal static class VsOutcome
{
    public static Outcome ToWire(TestOutcome outcome) => outcome switch
    {
        TestOutcome.Passed => Outcome.Passed,
        TestOutcome.Failed => Outcome.Failed,
        TestOutcome.Skipped => Outcome.Skipped,
        TestOutcome.NotFound => Outcome.NotFound,
        _ => Outcome.None,
    };

    public static TestOutcome FromWire(Outcome outcome) => outcome switch
    {
        Outcome.Passed => TestOutcome.Passed,
        Outcome.Failed => TestOutcome.Failed,
        Outcome.Skipped => TestOutcome.Skipped,
        Outcome.NotFound => TestOutcome.NotFound,
        _ => TestOutcome.None,
    };
}
