using System.Collections.Concurrent;
using System.IO.Pipes;
using System.Threading.Channels;
using TestFlock.Contracts;

namespace TestFlock.Execution.HostLink;

/// <summary>
/// Where the parts of one call's test processes connect to: the logger, and an adapter in each test host. What they
/// say comes out in one stream, in the order of arrival; the order of each part is kept.
/// </summary>
internal sealed class SlotListener : IAsyncDisposable
{
    // Enough to keep a fast suite going; beyond it the tests wait, so that a broker that is away does not fill the
    // memory.
    private const int MostMessagesWaiting = 4096;

    private readonly Channel<(HostConnection? From, HostMessage Message)> _messages =
        Channel.CreateBounded<(HostConnection?, HostMessage)>(
            new BoundedChannelOptions(MostMessagesWaiting) { SingleReader = true });

    private readonly ConcurrentQueue<HostConnection> _connections = [];
    private readonly CancellationTokenSource _closed = new();
    private readonly Task _accepting;
    private NamedPipeServerStream _waiting;

    public SlotListener()
    {
        Name = PipeName.Unused();
        _waiting = NewServer();
        _accepting = AcceptAsync();
    }

    /// <summary>What test processes connect to.</summary>
    public string Name { get; }

    /// <summary>Completes once <see cref="CloseAsync"/> was called and everything that was said is read.</summary>
    /// <remarks>From nobody: by <see cref="AddAsync"/>.</remarks>
    public ChannelReader<(HostConnection? From, HostMessage Message)> Messages => _messages.Reader;

    /// <summary>What could not be understood.</summary>
    public IEnumerable<string> Faults => _connections.Select(c => c.Fault).OfType<string>();

    /// <summary>
    /// Puts in line what was heard by another way than a connection; lost when nobody reads any more.
    /// </summary>
    public async ValueTask AddAsync(HostMessage message)
    {
        try
        {
            await _messages.Writer.WriteAsync((null, message));
        }
        catch (ChannelClosedException)
        {
            // Nobody reads any more.
        }
    }

    /// <summary>Takes no more connections, and waits for those that are there: their processes are gone.</summary>
    public async Task CloseAsync()
    {
        await _closed.CancelAsync();
        await _accepting;
        await Task.WhenAll(_connections.Select(c => c.Reading));
        _messages.Writer.TryComplete();
    }

    /// <summary>Nobody reads any more; whoever still speaks is not waited for.</summary>
    public void Abandon() => _messages.Writer.TryComplete();

    public async ValueTask DisposeAsync()
    {
        Abandon();
        await _closed.CancelAsync();
        await _accepting;
        foreach (var connection in _connections)
            await connection.DisposeAsync();
        _closed.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                await _waiting.WaitForConnectionAsync(_closed.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                await _waiting.DisposeAsync();
                if (_closed.IsCancellationRequested)
                    return;
                _waiting = NewServer();
                continue;
            }

            // The next server first: between the two, a client would find nobody.
            var connected = _waiting;
            _waiting = NewServer();
            _connections.Enqueue(new HostConnection(connected, _messages.Writer));
        }
    }

    private NamedPipeServerStream NewServer() => new(
        Name,
        PipeDirection.InOut,
        NamedPipeServerStream.MaxAllowedServerInstances,
        PipeTransmissionMode.Byte,
        PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
}
