using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;
using TestFlock.Contracts;
using TestFlock.Translation;
using VsCase = Microsoft.VisualStudio.TestPlatform.ObjectModel.TestCase;
using VsResult = Microsoft.VisualStudio.TestPlatform.ObjectModel.TestResult;

namespace TestFlock.TestAdapter.Flock;

/// <summary>Tells the platform, at once, what the coordinator tells of the test cases.</summary>
internal sealed class VsRunReport(IFrameworkHandle handle, IReadOnlyList<VsCase> cases)
{
    private readonly bool[] _hasResult = new bool[cases.Count];

    /// <summary>Whether the coordinator took the run; until then, nothing that was selected can be lost.</summary>
    public bool IsAccepted { get; private set; }

    public void Tell(CoordinatorMessage message)
    {
        switch (message)
        {
            case RunOpened:
                IsAccepted = true;
                break;
            case TestStarted started:
                handle.RecordStart(cases[started.Ordinal]);
                break;
            case TestReported reported:
                Record(reported);
                break;
            case TestEnded ended:
                handle.RecordEnd(cases[ended.Ordinal], VsOutcome.FromWire(ended.Outcome));
                break;
            case RunAttachments attachments:
                handle.RecordAttachments([.. attachments.Sets.Select(VsAttachments.FromWire)]);
                break;
            case RunNote note:
                handle.SendMessage(Level(note.Level), note.Text);
                break;
        }
    }

    /// <summary>A failed result for every test case that has none yet.</summary>
    /// <param name="cause">What happened to the coordinator, in half a sentence.</param>
    public void RecordLost(string cause)
    {
        var lost = cases.Where((_, ordinal) => !_hasResult[ordinal]).ToArray();
        foreach (var testCase in lost)
        {
            handle.RecordEnd(testCase, TestOutcome.Failed);
            handle.RecordResult(new VsResult(testCase)
            {
                DisplayName = testCase.DisplayName,
                Outcome = TestOutcome.Failed,
                ErrorMessage =
                    $"TestFlock: lost. The coordinator broke off: {cause}. The messages of the run tell more.",
            });
        }

        handle.SendMessage(
            TestMessageLevel.Error, $"TestFlock: {lost.Length} of {cases.Count} test cases have no result "
                + "and are reported as lost.");
    }

    private void Record(TestReported reported)
    {
        var testCase = cases[reported.Ordinal];
        var result = VsTestResult.FromWire(testCase, reported.Result);
        VsPlace.Write(result, reported);
        handle.RecordResult(result);
        _hasResult[reported.Ordinal] = true;
    }

    private static TestMessageLevel Level(NoteLevel level) => level switch
    {
        NoteLevel.Error => TestMessageLevel.Error,
        NoteLevel.Warning => TestMessageLevel.Warning,
        _ => TestMessageLevel.Informational,
    };
}
