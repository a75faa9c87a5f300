using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net.Sockets;
using TestFlock.Core.Telemetry;

namespace TestFlock.Agent.Telemetry;

/// <summary>
/// Sends measurements in statsd's form, with tags as DogStatsD, Telegraf and vector read them. Nobody waits for them,
/// and what does not arrive is lost.
/// </summary>
internal sealed class StatsdSender : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly StatsdDatagram _datagram;

    /// <exception cref="SocketException">The host has no address.</exception>
    public StatsdSender(string host, int port, TimeProvider time)
    {
        _datagram = new StatsdDatagram(host, port, time);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == FlockMeters.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => _datagram.Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) => _datagram.Add(instrument, value, tags));
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
        _datagram.Dispose();
    }
}
