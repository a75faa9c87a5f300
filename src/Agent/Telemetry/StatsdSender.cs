using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using TestFlock.Core.Telemetry;

namespace TestFlock.Agent.Telemetry;

/// <summary>
/// Sends each measurement as one datagram in statsd's form, with tags as DogStatsD, Telegraf and vector read them.
/// Nobody waits for it, and what does not arrive is lost.
/// </summary>
internal sealed class StatsdSender : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Socket _socket;

    /// <exception cref="SocketException">The host has no address.</exception>
    public StatsdSender(string host, int port)
    {
        _socket = new Socket(SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
        _socket.Connect(host, port);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == FlockMeters.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Send(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Send(instrument, value, tags));
        _listener.Start();
    }

    /// <param name="text">host or host:port; the usual port is 8125.</param>
    /// <param name="place">Where to.</param>
    public static bool TryParse(string text, out (string Host, int Port) place)
    {
        var parts = text.Split(':');
        place = (parts[0], 8125);
        if (parts.Length == 2)
        {
            place.Port =
                int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0;
        }

        return parts.Length <= 2 && place.Host.Length > 0 && place.Port is > 0 and < 65536;
    }

    public void Dispose()
    {
        _listener.Dispose();
        _socket.Dispose();
    }

    private void Send(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new StringBuilder(instrument.Name).Append(':');
        switch (instrument)
        {
            case Histogram<double>:
                text.Append((value * 1000).ToString("F3", CultureInfo.InvariantCulture)).Append("|ms");
                break;
            case UpDownCounter<long>:
                text.Append(value.ToString("+0;-0", CultureInfo.InvariantCulture)).Append("|g");
                break;
            default:
                text.Append(value.ToString(CultureInfo.InvariantCulture)).Append("|c");
                break;
        }

        for (var i = 0; i < tags.Length; i++)
            text.Append(i == 0 ? "|#" : ",").Append(tags[i].Key).Append(':').Append(tags[i].Value);
        try
        {
            _socket.Send(Encoding.UTF8.GetBytes(text.ToString()));
        }
        catch (SocketException)
        {
            // Nobody listens, or the buffer is full: what is measured matters more than the measurement.
        }
    }
}
