using System.Net;
using System.Net.Sockets;

namespace TestFlock.Tests.Servers;

/// <summary>
/// Stands between a client and a server on this machine, so that a test can break the network: cut what is connected,
/// refuse new connections, or swallow every byte as a network without an answer does.
/// </summary>
public sealed class LoopbackRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _server;
    private readonly Lock _gate = new();
    private readonly HashSet<RelayedConnection> _connections = []; // guarded by _gate
    private readonly Task _accepting;
    private bool _isRefusing; // guarded by _gate
    private TaskCompletionSource _refused = new(TaskCreationOptions.RunContinuationsAsynchronously); // guarded by _gate
    private volatile TaskCompletionSource? _silence;

    public LoopbackRelay(int serverPort)
    {
        _server = serverPort;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>What clients connect to.</summary>
    public int Port { get; }

    /// <summary>Closes what is connected; clients may connect again at once.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            foreach (var connection in _connections)
                connection.Dispose();
            _connections.Clear();
        }
    }

    /// <summary>Closes what is connected, and every new connection, until <see cref="Restore"/>.</summary>
    public void Refuse()
    {
        lock (_gate)
        {
            _isRefusing = true;
            _refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        Cut();
    }

    /// <summary>Returns when somebody has tried in vain to connect since <see cref="Refuse"/>.</summary>
    public Task SomebodyTriedAsync()
    {
        lock (_gate)
            return _refused.Task;
    }

    /// <summary>Keeps connections open, and passes nothing on until <see cref="Restore"/>.</summary>
    public void Silence() => _silence ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A network that works again; what was swallowed arrives late.</summary>
    public void Restore()
    {
        lock (_gate)
            _isRefusing = false;
        var silence = _silence;
        _silence = null;
        silence?.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Restore();
        Refuse();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync();
            }
            catch (Exception e) when (e is SocketException or InvalidOperationException)
            {
                // Stopped, while it waited or between two waits.
                return;
            }

            var connection = new RelayedConnection(client, () => _silence?.Task ?? Task.CompletedTask);
            lock (_gate)
            {
                if (_isRefusing)
                {
                    connection.Dispose();
                    _refused.TrySetResult();
                }
                else
                {
                    _connections.Add(connection);
                }
            }

            _ = connection.RelayAsync(_server).ContinueWith(
                _ => Forget(connection), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private void Forget(RelayedConnection connection)
    {
        lock (_gate)
            _connections.Remove(connection);
    }
}
