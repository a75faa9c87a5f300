using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace TestFlock.IdeClient;

/// <param name="tell">Where all of it goes.</param>
/// <param name="cancelsAfter">How the names of tests begin of which the first result is awaited; null: none is.</param>
/// <param name="cancel">Called when it has come.</param>
internal sealed class RunEvents(Action<Happening> tell, string? cancelsAfter, Action cancel) : ITestRunEventsHandler
{
    private int _awaited;

    public void HandleTestRunStatsChange(TestRunChangedEventArgs? testRunChangedArgs)
    {
        foreach (var result in testRunChangedArgs?.NewTestResults ?? [])
        {
            tell(Read(result));

            // Not on the thread that brings the results: the request waits for its turn on the same connection.
            if (IsAwaited(result.TestCase) && Interlocked.Increment(ref _awaited) == 1)
                _ = Task.Run(cancel);
        }
    }

    public void HandleTestRunComplete(
        TestRunCompleteEventArgs testRunCompleteArgs,
        TestRunChangedEventArgs? lastChunkArgs,
        ICollection<AttachmentSet>? runContextAttachments,
        ICollection<string>? executorUris)
    {
        HandleTestRunStatsChange(lastChunkArgs);
        tell(new Happening
        {
            What = "complete",
            IsCancelled = testRunCompleteArgs.IsCanceled,
            IsAborted = testRunCompleteArgs.IsAborted,
            Text = testRunCompleteArgs.Error?.ToString(),
        });
    }

    public void HandleLogMessage(TestMessageLevel level, string? message) =>
        tell(new Happening { What = "message", Level = level.ToString(), Text = message });

    public void HandleRawMessage(string rawMessage)
    {
    }

    public int LaunchProcessWithDebuggerAttached(TestProcessStartInfo testProcessStartInfo) => -1;

    private bool IsAwaited(TestCase test) =>
        cancelsAfter is not null && test.FullyQualifiedName.StartsWith(cancelsAfter, StringComparison.Ordinal);

    private static Happening Read(TestResult result) => new()
    {
        What = "result",
        Id = result.TestCase.Id,
        FullyQualifiedName = result.TestCase.FullyQualifiedName,
        DisplayName = result.DisplayName ?? result.TestCase.DisplayName,
        Outcome = result.Outcome.ToString(),
        Text = result.ErrorMessage,
        Output = string.Concat(
            result.Messages.Where(m => m.Category == TestResultMessage.StandardOutCategory).Select(m => m.Text)),
        Agent = (string?)result.GetProperties().FirstOrDefault(p => p.Key.Id == "TestFlock.Agent").Value,
    };
}
