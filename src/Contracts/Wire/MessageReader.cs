using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace TestFlock.Contracts;

/// <summary>Reads one JSON message a line until the other side closes.</summary>
public sealed class MessageReader<T>(
    Stream stream, WireFormat<T> format, int longestMessage = WireLimits.LongestMessage)
    where T : class
{
    private const int LongestExcerpt = 200;

    private readonly LineBuffer _lines = new(stream, longestMessage);

    /// <summary>
    /// The messages in order; ends with the stream. A torn last line means that the writer died, and is left out.
    /// </summary>
    /// <exception cref="InvalidDataException">A line is too long or holds no message.</exception>
    public async IAsyncEnumerable<T> ReadAllAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await _lines.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            yield return Parse(line.Span);
    }

    private T Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return format.Read(line)
                ?? throw new InvalidDataException($"A line holds no {typeof(T).Name}, but null.");
        }
        catch (Exception e) when (e is JsonException or FormatException or NotSupportedException)
        {
            throw new InvalidDataException(
                $"A line of {line.Length:N0} bytes holds no {typeof(T).Name}: {e.Message} It begins with: "
                + $"{Beginning(line)}", e);
        }
    }

    // Mostly it is what somebody printed, and says best who it was.
    private static string Beginning(ReadOnlySpan<byte> line) =>
        Encoding.UTF8.GetString(line[..Math.Min(line.Length, LongestExcerpt)]);
}
