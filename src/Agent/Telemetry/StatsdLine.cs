using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.Unicode;

namespace TestFlock.Agent.Telemetry;

/// <summary>One measurement as statsd reads it: <c>name:value|kind|#tag:value,tag:value</c>, durations in ms.</summary>
internal static class StatsdLine
{
    /// <param name="place">Where to; what stands there is undefined when it does not fit.</param>
    /// <param name="instrument">What measured.</param>
    /// <param name="value">In the instrument's unit.</param>
    /// <param name="tags">More about it.</param>
    /// <param name="length">In bytes.</param>
    public static bool TryWrite(
        Span<byte> place,
        Instrument instrument,
        double value,
        ReadOnlySpan<KeyValuePair<string, object?>> tags,
        out int length)
    {
        var invariant = CultureInfo.InvariantCulture;
        var fits = instrument switch
        {
            Histogram<double> => Utf8.TryWrite(place, invariant, $"{instrument.Name}:{value * 1000:F3}|ms", out length),
            UpDownCounter<long> => Utf8.TryWrite(place, invariant, $"{instrument.Name}:{value:+0;-0}|g", out length),
            _ => Utf8.TryWrite(place, invariant, $"{instrument.Name}:{value}|c", out length),
        };
        for (var i = 0; fits && i < tags.Length; i++)
        {
            fits = Utf8.TryWrite(
                place[length..], invariant, $"{(i == 0 ? "|#" : ",")}{tags[i].Key}:{tags[i].Value}", out var more);
            length += more;
        }

        return fits;
    }
}
