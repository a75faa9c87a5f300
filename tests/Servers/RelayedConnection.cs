using System.Net;
using System.Net.Sockets;

namespace TestFlock.Tests.Servers;

/// <summary>One connection through a <see cref="LoopbackRelay"/>.</summary>
internal sealed class RelayedConnection(TcpClient client, Func<Task> mayPass) : IDisposable
{
    private readonly TcpClient _server = new() { NoDelay = true };

    /// <summary>Returns when either side has closed.</summary>
    public async Task RelayAsync(int serverPort)
    {
        try
        {
            client.NoDelay = true;
            await _server.ConnectAsync(IPAddress.Loopback, serverPort);
            await Task.WhenAny(
                PassAsync(client.GetStream(), _server.GetStream()),
                PassAsync(_server.GetStream(), client.GetStream()));
        }
        catch (Exception e) when (
            e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // A side that is gone is what the relay is there to pass on.
        }
        finally
        {
            Dispose();
        }
    }

    public void Dispose()
    {
        // Reset rather than end: a cut network says no goodbye.
        Close(client);
        Close(_server);
    }

    private static void Close(TcpClient side)
    {
        if (side.Client is { } socket)
            socket.LingerState = new LingerOption(enable: true, 0);
        side.Dispose();
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var read = await from.ReadAsync(buffer);
            if (read == 0)
                return;
            await mayPass();
            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    }
}
