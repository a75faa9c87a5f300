using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace TestFlock.TestAdapter.Flock.Preview.NUnit;

/// <summary>Keeps what the executor reports in a dry run, and passes its messages on.</summary>
internal sealed class NUnitDryHandle(IFrameworkHandle platform) : IFrameworkHandle
{
    private readonly List<TestCase> _toRun = [];
    private readonly List<TestResult> _settled = [];

    public IReadOnlyList<TestCase> ToRun => _toRun;

    public IReadOnlyList<TestResult> Settled => _settled;

    /// <summary>Whether the next result counts as it is, or only names a test that has yet to run.</summary>
    public bool NextIsSettled { get; set; }

    public bool EnableShutdownAfterTestRun
    {
        get => platform.EnableShutdownAfterTestRun;
        set => platform.EnableShutdownAfterTestRun = value;
    }

    public void RecordResult(TestResult testResult)
    {
        if (NextIsSettled)
            _settled.Add(testResult);
        else
            _toRun.Add(testResult.TestCase);
    }

    public void RecordStart(TestCase testCase)
    {
    }

    public void RecordEnd(TestCase testCase, TestOutcome outcome)
    {
    }

    public void RecordAttachments(IList<AttachmentSet> attachmentSets) => platform.RecordAttachments(attachmentSets);

    public void SendMessage(TestMessageLevel testMessageLevel, string message) =>
        platform.SendMessage(testMessageLevel, message);

    public int LaunchProcessWithDebuggerAttached(
        string filePath, string? workingDirectory, string? arguments, IDictionary<string, string?>? environmentVariables) =>
        platform.LaunchProcessWithDebuggerAttached(filePath, workingDirectory, arguments, environmentVariables);
}
