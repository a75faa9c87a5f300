using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace TestFlock.TestAdapter.Warm;

/// <summary>
/// The platform of a warm host, which has nobody to tell: results go to the slot alone, and gathered here they would
/// fill the memory of a process that lives long.
/// </summary>
/// <param name="begins">Called once, when the first test is about to run.</param>
internal sealed class MutePlatform(Action begins) : IFrameworkHandle
{
    private int _hasBegun;

    public bool EnableShutdownAfterTestRun { get; set; }

    public void RecordStart(TestCase testCase)
    {
        if (Interlocked.Exchange(ref _hasBegun, 1) == 0)
            begins();
    }

    public void RecordResult(TestResult testResult)
    {
        // Nobody to tell.
    }

    public void RecordEnd(TestCase testCase, TestOutcome outcome)
    {
        // Nobody to tell.
    }

    public void RecordAttachments(IList<AttachmentSet> attachmentSets)
    {
        // Nobody to tell.
    }

    public void SendMessage(TestMessageLevel testMessageLevel, string message)
    {
        // Nobody to tell.
    }

    public int LaunchProcessWithDebuggerAttached(
        string filePath,
        string? workingDirectory,
        string? arguments,
        IDictionary<string,
        string?>? environmentVariables) =>
        throw new NotSupportedException(
            "A warm host has no debugger to attach; debugged runs take place in the IDE's own process.");
}
