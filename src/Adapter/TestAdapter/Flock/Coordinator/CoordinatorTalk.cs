using TestFlock.Contracts;

namespace TestFlock.TestAdapter.Flock.Coordinator;

/// <summary>The adapter's side of the talk with the coordinator about one run.</summary>
/// <remarks>What it tells is passed on at once, on the thread that reads.</remarks>
internal sealed class CoordinatorTalk
{
    /// <summary>How long the coordinator may take to stop its agents when the run is cancelled.</summary>
    public static readonly TimeSpan CancelPatience = TimeSpan.FromSeconds(30);

    /// <summary>How long it may take to end when there is nothing left to do.</summary>
    public static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(10);

    private const int CasesInMessage = 100;

    private readonly CoordinatorProcess _process;
    private readonly TimeProvider _time;
    private readonly object _turn = new();

    // Owned by the lock: whether the run began, and whether it shall end.
    private bool _isStarted;
    private bool _isCancelled;
    private volatile bool _isDropped;
    private volatile bool _isOutOfPatience;
    private string? _logFile;
    private ITimer? _patience;

    /// <param name="process">Has been told what run this is.</param>
    /// <param name="tell">What it says goes there.</param>
    /// <param name="time">The clock.</param>
    public CoordinatorTalk(CoordinatorProcess process, Action<CoordinatorMessage> tell, TimeProvider time)
    {
        _process = process;
        _time = time;
        End = ListenAsync(tell);
    }

    /// <summary>Completes when the coordinator has said its last word and its process is gone.</summary>
    public Task<CoordinatorEnd> End { get; }

    /// <summary>Hands the test cases over, unless the run was refused or cancelled in the meantime.</summary>
    public async Task StartAsync(IReadOnlyList<TestCase> cases)
    {
        foreach (var some in cases.Chunk(CasesInMessage))
        {
            if (End.IsCompleted || _isDropped || !await _process.TryWriteAsync(new AddTestCases { Cases = some }))
                return;
        }

        Task<bool> started;
        lock (_turn)
        {
            if (_isCancelled)
                return;
            _isStarted = true;
            started = _process.TryWriteAsync(new StartRun { Count = cases.Count });
        }

        await started;
    }

    /// <summary>Ends the run early; from any thread, as often as one likes.</summary>
    public void Cancel()
    {
        lock (_turn)
        {
            if (_isCancelled)
                return;
            _isCancelled = true;
            if (_isStarted)
            {
                _ = _process.TryWriteAsync(new CancelRun());
                _patience = _time.CreateTimer(_ => GiveUp(), null, CancelPatience, Timeout.InfiniteTimeSpan);
            }
            else
            {
                Drop();
            }
        }
    }

    /// <summary>Ends a run that has not begun.</summary>
    public void Drop()
    {
        _isDropped = true;
        _process.CloseInput();
    }

    private void GiveUp()
    {
        _isOutOfPatience = true;
        _process.Kill();
    }

    private async Task<CoordinatorEnd> ListenAsync(Action<CoordinatorMessage> tell)
    {
        try
        {
            await foreach (var message in _process.ReadAllAsync())
            {
                if (await HeardAsync(message, tell) is { } end)
                    return end;
            }
        }
        catch (InvalidDataException e)
        {
            return CoordinatorObituary.WroteRubbish(e, await _process.ExitAsync(EndPatience), _logFile);
        }
        catch (OperationCanceledException)
        {
            // It is gone, but somebody it left behind holds its output open.
        }
        finally
        {
            lock (_turn)
                _patience?.Dispose();
        }

        var exit = await _process.ExitAsync(EndPatience);
        return _isOutOfPatience ? CoordinatorObituary.DidNotCancel(CancelPatience, exit, _logFile)
            : _isDropped ? new RunWasDropped()
            : CoordinatorObituary.Ended(exit, _logFile);
    }

    private async Task<CoordinatorEnd?> HeardAsync(CoordinatorMessage message, Action<CoordinatorMessage> tell)
    {
        switch (message)
        {
            case RunOpened opened when !ProtocolRange.Own.Understands(opened):
                await _process.ExitAsync(EndPatience);
                return new RunWasRefused([ProtocolRange.Own.Refusal("TestFlock's coordinator", opened)]);
            case RunOpened opened:
                _logFile = opened.LogFile;
                tell(opened);
                return null;
            case RunRefused refused:
                await _process.ExitAsync(EndPatience);
                return new RunWasRefused(refused.Errors);
            case RunEnded:
                var exit = await _process.ExitAsync(EndPatience);
                return new RunWasEnded(WasStopped: exit.ExitCode is null);
            default:
                tell(message);
                return null;
        }
    }
}
