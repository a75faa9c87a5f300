using System.ComponentModel;
using System.Diagnostics;
using TestFlock.Contracts;

namespace TestFlock.TestAdapter.Flock.Coordinator;

/// <summary>The running program: one JSON message a line in and out. Disposing it leaves nothing running.</summary>
internal sealed class CoordinatorProcess : IAsyncDisposable
{
    /// <summary>
    /// How long one waits for the next of its output after its end: what it wrote is still in the pipe, and a process
    /// that it left behind may hold the pipe open for ever. What the platform takes to hear of a message does not count:
    /// all that was written arrives, however slow this machine is.
    /// </summary>
    public static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly TimeProvider _time;
    private readonly StandardErrorTail _errors;
    private readonly MessageWriter<AdapterMessage> _writer;
    private readonly CancellationTokenSource _drained = new();
    private readonly ITimer _drain;
    private readonly Task _exit;
    private readonly object _turn = new();

    // Owned by the lock.
    private bool _isGone;
    private bool _isAwaited;

    private CoordinatorProcess(Process process, TimeProvider time)
    {
        _process = process;
        _time = time;
        _errors = new(process.StandardError);
        _writer = new(process.StandardInput.BaseStream, WireFormats.Adapter);
        _drain = time.CreateTimer(_ => _drained.Cancel(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _exit = WatchExitAsync();
    }

    public int Id => _process.Id;

    /// <exception cref="CoordinatorStartException">The operating system refused to start it.</exception>
    public static CoordinatorProcess Start(CoordinatorCommand command, TimeProvider time)
    {
        try
        {
            return new(Process.Start(command.ToStartInfo())!, time);
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            throw CoordinatorStartException.NotStartable(command.Dotnet, command.Program, e);
        }
    }

    /// <summary>False when the other side is gone; why, its exit tells.</summary>
    public async Task<bool> TryWriteAsync(AdapterMessage message)
    {
        try
        {
            await _writer.WriteAsync(message, CancellationToken.None);
            return true;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Tells it that the adapter is gone, and the run with it.</summary>
    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>The messages until it closes its output, or is gone.</summary>
    /// <exception cref="InvalidDataException">It wrote something else.</exception>
    public async IAsyncEnumerable<CoordinatorMessage> ReadAllAsync()
    {
        var reader = new MessageReader<CoordinatorMessage>(
            _process.StandardOutput.BaseStream, WireFormats.Coordinator);
        var messages = reader.ReadAllAsync(_drained.Token).GetAsyncEnumerator();
        await using (messages.ConfigureAwait(false))
        {
            while (true)
            {
                Follow(isAwaited: true);
                var isThere = await messages.MoveNextAsync().ConfigureAwait(false);
                Follow(isAwaited: false);
                if (!isThere)
                    yield break;
                yield return messages.Current;
            }
        }
    }

    /// <summary>
    /// Waits for its end, now that nothing more is to be said; brings it about when that takes too long.
    /// </summary>
    public async Task<CoordinatorExit> ExitAsync(TimeSpan patience)
    {
        CloseInput();
        var wasKilled = false;
        try
        {
            await _exit.WaitAsync(patience, _time);
        }
        catch (TimeoutException)
        {
            wasKilled = true;
            Kill();
            await _exit;
        }

        return new(Id, wasKilled ? null : _process.ExitCode, await _errors.ReadToEndAsync(DrainTime, _time));
    }

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended by itself just now.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _exit;
        _writer.Dispose();
        await _drain.DisposeAsync();
        _drained.Dispose();
        _process.Dispose();
    }

    private async Task WatchExitAsync()
    {
        await _process.WaitForExitAsync();
        lock (_turn)
        {
            _isGone = true;
            SetDrain();
        }
    }

    private void Follow(bool isAwaited)
    {
        lock (_turn)
        {
            _isAwaited = isAwaited;
            SetDrain();
        }
    }

    // Called by who holds the lock.
    private void SetDrain()
    {
        if (_isGone)
            _drain.Change(_isAwaited ? DrainTime : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
