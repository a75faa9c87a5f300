using TestFlock.Contracts;
using TestFlock.Execution.Calls;

namespace TestFlock.Execution.Warm;

/// <summary>One selection in a warm host. It outlives the call when the call ends in peace.</summary>
internal sealed class WarmCall : ITestCall
{
    private readonly WarmHost _host;
    private readonly Lazy<CallFolder> _files;
    private readonly Func<CallFolder, string> _commandFor;
    private readonly List<string> _frameworkErrors = [];
    private bool _isOver;

    /// <param name="host">Serves this call and no other until it is over.</param>
    /// <param name="createFiles">Writes what a person needs to make the call by hand; asked for when something went wrong.</param>
    /// <param name="commandFor">The command line for these files.</param>
    public WarmCall(WarmHost host, Func<CallFolder> createFiles, Func<CallFolder, string> commandFor)
    {
        _host = host;
        _files = new(createFiles);
        _commandFor = commandFor;
        IsFirstOfProcess = host.Tests == 0;
    }

    public bool IsFirstOfProcess { get; }

    public bool HasHost => _host.HasAsked;

    public bool EndedInPeace { get; private set; }

    public HostExited? Exit => _host.Exit;

    public string OutputTail => _host.OutputTail;

    public IEnumerable<string> Complaints => _host.Faults.Concat(_frameworkErrors.Select(e => $"The framework said: {e}"));

    /// <summary>There is no platform between slot and framework that could say anything of its own.</summary>
    public IReadOnlyList<HostNote> PlatformNotes => [];

    public string Command => _commandFor(_files.Value);

    public string Folder => _files.Value.Path;

    public async ValueTask<HostMessage?> HearAsync(CancellationToken cancellationToken)
    {
        if (_isOver)
            return null;
        switch (await _host.HearAsync(cancellationToken))
        {
            case null:
                _isOver = true;
                return null;
            case HostFinished finished:
                _isOver = EndedInPeace = true;
                return finished.Error is null ? null : Note(new HostNote { Level = NoteLevel.Error, Text = finished.Error });
            case HostNote note:
                return Note(note);
            case var message:
                return message;
        }
    }

    public void Kill() => _host.Kill();

    public Task EndAsync() => EndedInPeace ? Task.CompletedTask : _host.Ended;

    public void Release()
    {
        // Nothing was written for a call in which nothing went wrong.
    }

    public ValueTask DisposeAsync()
    {
        _host.Weigh();
        return ValueTask.CompletedTask;
    }

    private HostNote Note(HostNote note)
    {
        if (note.Level == NoteLevel.Error)
            _frameworkErrors.Add(note.Text.Trim());
        return note;
    }
}
