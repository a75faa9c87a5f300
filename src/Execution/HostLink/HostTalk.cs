using TestFlock.Contracts;

namespace TestFlock.Execution.HostLink;

/// <summary>
/// What the parts of one call said about the call itself: who they are, how they ended, what the platform had to say.
/// </summary>
internal sealed class HostTalk
{
    private readonly Dictionary<HostConnection, HostPart> _parts = [];
    private readonly Dictionary<int, HostExited?> _hosts = [];
    private readonly List<HostNote> _platformNotes = [];
    private readonly List<HostNote> _frameworkNotes = [];
    private readonly Dictionary<int, HostConnection> _unwelcomed = [];
    private HostConnection? _logger;
    private HostFinished? _platformFinished;

    /// <summary>Whether a test host got as far as asking what to run.</summary>
    public bool HasHost => _hosts.Count > 0;

    /// <summary>Of the test host that lives; null when there is none.</summary>
    public int? ProcessId => _hosts.Where(host => host.Value is null).Select(host => (int?)host.Key).FirstOrDefault();

    /// <summary>Whether the test platform came to its own end, with no test host lost on the way.</summary>
    public bool EndedInPeace => _platformFinished is { Aborted: false };

    /// <summary>The platform's word on an end without peace.</summary>
    public string? PlatformError => _platformFinished?.Error;

    /// <summary>The exits of test hosts that were seen.</summary>
    public IEnumerable<HostExited> Exits => _hosts.Values.OfType<HostExited>();

    /// <summary>What the framework's adapter complained about.</summary>
    public IEnumerable<HostNote> FrameworkErrors => _frameworkNotes.Where(n => n.Level == NoteLevel.Error);

    /// <summary>
    /// Warnings and errors of the platform and its collectors. It repeats what frameworks say, which is told at once,
    /// so what was said by both counts once.
    /// </summary>
    public IReadOnlyList<HostNote> PlatformNotes
    {
        get
        {
            var notes = new List<HostNote>(_platformNotes);
            foreach (var repeated in _frameworkNotes)
                notes.Remove(repeated);
            return notes;
        }
    }

    /// <summary>Takes note; whether the message also concerns the run.</summary>
    public async ValueTask<bool> HearAsync(HostConnection from, HostMessage message)
    {
        switch (message)
        {
            case HostHello hello:
                await MeetAsync(from, hello);
                return false;
            case HostWatched watched:
                await WelcomeHostAsync(watched.ProcessId);
                return false;
            case HostExited exited:
                _hosts[exited.ProcessId] = exited;
                return false;
            case HostFinished finished:
                if (_parts[from] == HostPart.Logger)
                    _platformFinished = finished;
                return false;
            case HostNote note when _parts[from] == HostPart.Logger:
                if (note.Level != NoteLevel.Informational)
                    _platformNotes.Add(note);
                return false;
            case HostNote note:
                _frameworkNotes.Add(note);
                return true;
            default:
                return true;
        }
    }

    private async Task MeetAsync(HostConnection from, HostHello hello)
    {
        _parts[from] = hello.Part;
        if (hello.Part == HostPart.Logger)
            _logger = from;
        else
            _hosts[hello.ProcessId] = null;

        // The logger's process is the parent of the test hosts, so it alone learns their exit codes; it is there
        // before them.
        if (hello.Part == HostPart.Logger || _logger is null)
        {
            await from.TryTellAsync(new SlotWelcome());
        }
        else
        {
            _unwelcomed[hello.ProcessId] = from;
            await _logger.TryTellAsync(new WatchProcess { ProcessId = hello.ProcessId });
        }
    }

    private async Task WelcomeHostAsync(int processId)
    {
        if (_unwelcomed.Remove(processId, out var host))
            await host.TryTellAsync(new SlotWelcome());
    }
}
