using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TestFlock.Agent.Serving;

/// <summary>
/// Tells whoever supervises this process how it is, in systemd's protocol (sd_notify(3)); nothing where nobody asked
/// for it.
/// </summary>
internal sealed class Supervisor : IDisposable
{
    private readonly string? _socket;
    private readonly ITimer? _watchdog;

    /// <param name="variable">A variable of the environment by name; null when it is not set.</param>
    /// <param name="time">The clock.</param>
    public Supervisor(Func<string, string?> variable, TimeProvider time)
    {
        _socket = variable("NOTIFY_SOCKET") is { Length: > 0 } socket ? socket : null;
        if (_socket is null || WatchdogPeriod(variable) is not { } period)
            return;

        // On the thread pool, as all our work: when that is stuck, so is the agent.
        _watchdog = time.CreateTimer(_ => Tell("WATCHDOG=1"), null, TimeSpan.Zero, period / 2);
    }

    /// <summary>Tests can come.</summary>
    /// <param name="status">For <c>systemctl status</c>, in one line.</param>
    public void Ready(string status) => Tell($"READY=1\nSTATUS={status}");

    /// <summary>No more tests come; those that run may go on for so long.</summary>
    public void Stopping(TimeSpan longest) => Tell(string.Create(
        CultureInfo.InvariantCulture,
        $"STOPPING=1\nSTATUS=Drains\nEXTEND_TIMEOUT_USEC={longest.TotalMicroseconds:0}"));

    public void Dispose() => _watchdog?.Dispose();

    // The variable is inherited by every child; it is meant for the process that systemd started.
    private static TimeSpan? WatchdogPeriod(Func<string, string?> variable)
    {
        if (int.TryParse(variable("WATCHDOG_PID"), CultureInfo.InvariantCulture, out var process)
            && process != Environment.ProcessId)
            return null;
        return long.TryParse(variable("WATCHDOG_USEC"), CultureInfo.InvariantCulture, out var period) && period > 0
            ? TimeSpan.FromMicroseconds(period)
            : null;
    }

    private void Tell(string state)
    {
        if (_socket is null)
            return;
        try
        {
            // A name that begins with @ has no file: the kernel wants a zero there.
            var address = new UnixDomainSocketEndPoint(_socket[0] == '@' ? $"\0{_socket[1..]}" : _socket);
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            socket.SendTo(Encoding.UTF8.GetBytes(state), address);
        }
        catch (SocketException)
        {
            // The supervisor is gone; so will this process be if it was needed.
        }
    }
}
