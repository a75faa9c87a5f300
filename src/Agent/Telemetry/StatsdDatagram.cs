using System.Diagnostics.Metrics;
using System.Net.Sockets;

namespace TestFlock.Agent.Telemetry;

/// <summary>
/// Gathers the measurements of a moment into one datagram, one a line: the call of the system costs more than the rest.
/// </summary>
internal sealed class StatsdDatagram : IDisposable
{
    /// <summary>How long a measurement waits for others at most.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>In bytes: what an Ethernet frame carries in one piece, less all headers.</summary>
    public const int Longest = 1432;

    private readonly Lock _gate = new();
    private readonly byte[] _bytes = new byte[Longest]; // guarded by _gate
    private readonly Socket _socket; // guarded by _gate
    private readonly ITimer _overdue;
    private int _length; // guarded by _gate

    /// <exception cref="SocketException">The host has no address.</exception>
    public StatsdDatagram(string host, int port, TimeProvider time)
    {
        _socket = new Socket(SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
        _socket.Connect(host, port);
        _overdue = time.CreateTimer(_ => SendOverdue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_gate)
        {
            if (TryAppend(instrument, value, tags))
                return;
            Send();
            // One that does not even fit alone is left out: no name or tag of ours is that long.
            TryAppend(instrument, value, tags);
        }
    }

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        _overdue.Dispose();
        lock (_gate)
        {
            Send();
            _socket.Dispose();
        }
    }

    private bool TryAppend(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var begin = _length == 0 ? 0 : _length + 1;
        if (begin >= Longest || !StatsdLine.TryWrite(_bytes.AsSpan(begin), instrument, value, tags, out var added))
            return false;
        if (begin == 0)
            _overdue.Change(LongestWait, Timeout.InfiniteTimeSpan);
        else
            _bytes[_length] = (byte)'\n';
        _length = begin + added;
        return true;
    }

    private void SendOverdue()
    {
        lock (_gate)
            Send();
    }

    private void Send()
    {
        if (_length == 0)
            return;
        try
        {
            _socket.Send(_bytes.AsSpan(0, _length));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Nobody listens, the buffer is full, or all is over: what is measured matters more than the measurement.
        }

        _length = 0;
    }
}
