using System.Collections.Concurrent;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;
using TestFlock.Contracts;
using TestFlock.Link;
using TestFlock.Translation;
using AttachmentSet = Microsoft.VisualStudio.TestPlatform.ObjectModel.AttachmentSet;
using TestCase = Microsoft.VisualStudio.TestPlatform.ObjectModel.TestCase;
using TestResult = Microsoft.VisualStudio.TestPlatform.ObjectModel.TestResult;

namespace TestFlock.TestAdapter.Selected;

/// <summary>
/// The platform's handle, overheard: the platform hears first, since its collectors add their files to a result, and
/// then the slot, in the order in which the framework spoke.
/// </summary>
/// <param name="inner">The platform's.</param>
/// <param name="slot">Null when there is none.</param>
/// <param name="stop">Null when failures stop nothing.</param>
internal sealed class VsTellingHandle(IFrameworkHandle inner, SlotLink? slot, MSTestFailureStop? stop = null)
    : IFrameworkHandle2, IDisposable
{
    // What a framework says between tests is about its own work on this call, not about the run.
    private readonly ConcurrentDictionary<Guid, byte> _running = new();

    public bool EnableShutdownAfterTestRun
    {
        get => inner.EnableShutdownAfterTestRun;
        set => inner.EnableShutdownAfterTestRun = value;
    }

    public void RecordStart(TestCase testCase)
    {
        stop?.Begin();
        _running.TryAdd(testCase.Id, 0);
        inner.RecordStart(testCase);
        slot?.Tell(new HostTestStarted { CaseId = testCase.Id, At = TimeProvider.System.GetUtcNow() });
    }

    public void RecordResult(TestResult testResult)
    {
        try
        {
            inner.RecordResult(testResult);
        }
        finally
        {
            // The platform throws once it was told to cancel; what the test said stays true.
            slot?.TellSoon(new HostTestResult
            {
                CaseId = testResult.TestCase.Id,
                FullyQualifiedName = testResult.TestCase.FullyQualifiedName,
                Result = VsTestResult.ToWire(testResult),
            });
            stop?.Hear(testResult);
        }
    }

    public void RecordEnd(TestCase testCase, TestOutcome outcome)
    {
        inner.RecordEnd(testCase, outcome);
        slot?.TellSoon(new HostTestEnded { CaseId = testCase.Id, Outcome = VsOutcome.ToWire(outcome) });
        _running.TryRemove(testCase.Id, out _);
    }

    public void RecordAttachments(IList<AttachmentSet> attachmentSets) => inner.RecordAttachments(attachmentSets);

    public void SendMessage(TestMessageLevel testMessageLevel, string message)
    {
        inner.SendMessage(testMessageLevel, message);
        if (testMessageLevel != TestMessageLevel.Informational || !_running.IsEmpty)
            slot?.Tell(new HostNote { Level = VsLevel.ToWire(testMessageLevel), Text = message });
    }

    public int LaunchProcessWithDebuggerAttached(
        string filePath,
        string? workingDirectory,
        string? arguments,
        IDictionary<string,
        string?>? environmentVariables) =>
        inner.LaunchProcessWithDebuggerAttached(filePath, workingDirectory, arguments, environmentVariables);

    public bool AttachDebuggerToProcess(int pid) =>
        inner is IFrameworkHandle2 second && second.AttachDebuggerToProcess(pid);

    public void Dispose() => slot?.Tell(new HostFinished());
}
