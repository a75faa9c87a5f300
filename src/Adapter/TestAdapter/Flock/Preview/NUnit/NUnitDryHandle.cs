using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace TestFlock.TestAdapter.Flock.Preview.NUnit;

/// <summary>Keeps the test cases that the executor reports in a dry run, and passes its messages on.</summary>
internal sealed class NUnitDryHandle(IFrameworkHandle platform) : IFrameworkHandle
{
    private readonly List<VsWantedTest> _wanted = [];

    /// <summary>The tests that the engine named in place of running them.</summary>
    public IReadOnlyList<VsWantedTest> Wanted => _wanted;

    /// <summary>Whether the test that is named next runs although it is explicit.</summary>
    public bool NextRunsExplicit { get; set; }

    public bool EnableShutdownAfterTestRun
    {
        get => platform.EnableShutdownAfterTestRun;
        set => platform.EnableShutdownAfterTestRun = value;
    }

    public void RecordResult(TestResult testResult) => _wanted.Add(new(testResult.TestCase, NextRunsExplicit));

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
        string filePath,
        string? workingDirectory,
        string? arguments,
        IDictionary<string,
        string?>? environmentVariables) =>
        platform.LaunchProcessWithDebuggerAttached(filePath, workingDirectory, arguments, environmentVariables);
}
