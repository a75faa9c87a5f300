using System.Collections.Concurrent;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace TestFlock.TestAdapter.Tests.Flock;

/// <summary>The platform's side of a run: keeps what it is told.</summary>
internal sealed class RecordingHandle : IFrameworkHandle
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<string> Told { get; } = new();

    public ConcurrentQueue<TestResult> Results { get; } = new();

    public ConcurrentQueue<(TestMessageLevel Level, string Text)> Messages { get; } = new();

    public ConcurrentQueue<AttachmentSet> Attachments { get; } = new();

    /// <summary>Completes when the first test starts.</summary>
    public Task FirstStart => _started.Task;

    /// <summary>Called with the first result, which waits for its return, as do all behind it.</summary>
    public Action<TestResult>? OnFirstResult { get; set; }

    public bool EnableShutdownAfterTestRun { get; set; }

    public string Errors =>
        string.Join('\n', Messages.Where(m => m.Level == TestMessageLevel.Error).Select(m => m.Text));

    public void RecordStart(TestCase testCase)
    {
        Told.Enqueue($"start {testCase.DisplayName}");
        _started.TrySetResult();
    }

    public void RecordResult(TestResult testResult)
    {
        Told.Enqueue($"result {testResult.DisplayName ?? testResult.TestCase.DisplayName} {testResult.Outcome}");
        if (Results.IsEmpty)
            OnFirstResult?.Invoke(testResult);
        Results.Enqueue(testResult);
    }

    public void RecordEnd(TestCase testCase, TestOutcome outcome) =>
        Told.Enqueue($"end {testCase.DisplayName} {outcome}");

    public void RecordAttachments(IList<AttachmentSet> attachmentSets)
    {
        foreach (var set in attachmentSets)
            Attachments.Enqueue(set);
    }

    public void SendMessage(TestMessageLevel testMessageLevel, string message) =>
        Messages.Enqueue((testMessageLevel, message));

    public int LaunchProcessWithDebuggerAttached(
        string filePath,
        string? workingDirectory,
        string? arguments,
        IDictionary<string,
        string?>? environmentVariables) =>
        throw new NotSupportedException("No debugger is here.");
}
