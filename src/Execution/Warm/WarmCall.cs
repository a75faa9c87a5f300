using TestFlock.Contracts;
using TestFlock.Execution.Calls;

namespace TestFlock.Execution.Warm;

/// <summary>One selection in a warm host. It outlives the call when the call ends in peace.</summary>
internal sealed class WarmCall : ITestCall
{
    // A test that closed a stream of its process silenced it: what it wrote is read, or never will be.
    private static readonly TimeSpan LongestWaitForOutput = TimeSpan.FromSeconds(2);

    private readonly WarmHost _host;
    private readonly string _outputMark;
    private readonly TimeProvider _time;
    private readonly Action<string> _release;
    private readonly Lazy<CallFolder> _files;
    private readonly Func<CallFolder, string> _commandFor;
    private readonly TestProgram _program;
    private readonly List<string> _frameworkErrors = [];
    private int _openStreams;
    private bool _isOver;

    /// <param name="host">Serves this call and no other until it is over.</param>
    /// <param name="outputMark">Comes in each stream of the host behind all that the call's tests wrote.</param>
    /// <param name="cases">What it was made for.</param>
    /// <param name="release">Gets folders that may go once the batch is done.</param>
    /// <param name="createFiles">Writes what a person needs to make the call by hand; asked for when something went
    /// wrong.</param>
    /// <param name="commandFor">The command line for these files.</param>
    /// <param name="time">For the wait for the marks.</param>
    public WarmCall(
        WarmHost host,
        string outputMark,
        IReadOnlyList<TestCase> cases,
        Action<string> release,
        Func<CallFolder> createFiles,
        Func<CallFolder, string> commandFor,
        TimeProvider time)
    {
        (_host, _outputMark, _time) = (host, outputMark, time);
        _openStreams = host.IsMarkingOutput ? 2 : 0;
        _program = new TestProgram(cases);
        _release = release;
        _files = new(createFiles);
        _commandFor = commandFor;
        IsFirstOfProcess = host.Tests == 0;
    }

    public bool IsFirstOfProcess { get; }

    public bool HasHost => _host.HasAsked;

    public bool EndedInPeace { get; private set; }

    public int? ProcessId => _host.ProcessId;

    public HostExited? Exit => _program.WasFoundGone ? null : _host.Exit;

    public string OutputTail => _host.OutputTail;

    public IEnumerable<string> Complaints =>
        [.. _program.Complaints, .. _host.Faults, .. _frameworkErrors.Select(e => $"The framework said: {e}")];

    /// <summary>There is no platform between slot and framework that could say anything of its own.</summary>
    public IReadOnlyList<HostNote> PlatformNotes => [];

    public string Command => _commandFor(_files.Value);

    public string Folder => _files.Value.Path;

    public async ValueTask<HostMessage?> HearAsync(CancellationToken cancellationToken)
    {
        while (!_isOver)
        {
            switch (await HearHostAsync(cancellationToken))
            {
                case null:
                    _isOver = true;
                    break;
                case OutputMarked marked:
                    _openStreams -= marked.Mark == _outputMark ? 1 : 0;
                    _isOver = EndedInPeace && _openStreams <= 0;
                    break;
                case HostFinished finished:
                    EndedInPeace = true;
                    _isOver = _openStreams <= 0;
                    if (finished.Error is { } error)
                        return Note(new HostNote { Level = NoteLevel.Error, Text = error });
                    break;
                case HostNote note:
                    return Note(note);
                case var message:
                    return message;
            }
        }

        return null;
    }

    public void Kill() => _host.Kill();

    public Task EndAsync() => EndedInPeace ? Task.CompletedTask : _host.Ended;

    public AttachmentSet? TakeAllureResults() => _host.AllureDrop?.Take(_release);

    public void Release()
    {
        // Nothing was written for a call in which nothing went wrong.
    }

    public ValueTask DisposeAsync()
    {
        _host.Weigh();
        return ValueTask.CompletedTask;
    }

    private async ValueTask<HostMessage?> HearHostAsync(CancellationToken cancellationToken)
    {
        if (EndedInPeace)
        {
            // All is said but what the streams still hold.
            var (inTime, last) = await HearWithinAsync(LongestWaitForOutput, cancellationToken);
            _host.IsMarkingOutput &= inTime;
            return last;
        }

        var heard = _program.IsWatched
            ? await HearProgramAsync(cancellationToken)
            : await _host.HearAsync(cancellationToken);
        _program.Hear(heard);
        return heard;
    }

    private async ValueTask<HostMessage?> HearProgramAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var (inTime, heard) = await HearWithinAsync(TestProgram.LookEvery, cancellationToken);
            if (inTime)
                return heard;
            if (_program.IsGone(_host.HasChildren))
                _host.Kill();
        }
    }

    private async ValueTask<(bool InTime, HostMessage? Heard)> HearWithinAsync(
        TimeSpan limit, CancellationToken cancellationToken)
    {
        using var tooLong = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        try
        {
            return (true, await _host.HearAsync(either.Token));
        }
        catch (OperationCanceledException)
            when (tooLong.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (false, null);
        }
    }

    private HostNote Note(HostNote note)
    {
        if (note.Level == NoteLevel.Error)
            _frameworkErrors.Add(note.Text.Trim());
        return note;
    }
}
