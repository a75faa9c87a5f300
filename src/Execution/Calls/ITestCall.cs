using TestFlock.Contracts;

namespace TestFlock.Execution.Calls;

/// <summary>Test cases on their way through one test process, from the first word heard of them to the last.</summary>
internal interface ITestCall : IAsyncDisposable
{
    /// <summary>Whether a test host got as far as asking what to run.</summary>
    bool HasHost { get; }

    /// <summary>Whether the call came to its own end, with no test host lost on the way.</summary>
    bool EndedInPeace { get; }

    /// <summary>Whether the process had run no test before this call.</summary>
    bool IsFirstOfProcess { get; }

    /// <summary>Of the test host; null while there is none.</summary>
    int? ProcessId { get; }

    /// <summary>How the test host exited; null while it lives, or when nobody saw it.</summary>
    HostExited? Exit { get; }

    /// <summary>The last of what the processes wrote.</summary>
    string OutputTail { get; }

    /// <summary>What platform, framework and the connection itself complained about, each a line for people.</summary>
    IEnumerable<string> Complaints { get; }

    /// <summary>Warnings and errors of the platform and its collectors.</summary>
    IReadOnlyList<HostNote> PlatformNotes { get; }

    /// <summary>A command line that makes the call again.</summary>
    string Command { get; }

    /// <summary>Where the call's files are.</summary>
    string Folder { get; }

    /// <summary>The next thing that concerns the run; null when the call is over and everything was heard.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing is lost.</exception>
    ValueTask<HostMessage?> HearAsync(CancellationToken cancellationToken);

    /// <summary>Kills every process of the call. <see cref="HearAsync"/> then soon comes to its end.</summary>
    void Kill();

    /// <summary>Returns when nothing of the call runs any more.</summary>
    Task EndAsync();

    /// <summary>What Allure's own adapters left since the last time; null when there is nothing.</summary>
    AttachmentSet? TakeAllureResults();

    /// <summary>Nobody will want to look at the call's files: they may go once the batch is done.</summary>
    void Release();
}
