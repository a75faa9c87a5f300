using System.Text;

namespace TestFlock.Execution.Output;

/// <summary>Keeps the last bytes of a stream, up to a bound.</summary>
internal sealed class OutputTail(int capacity)
{
    private readonly byte[] _ring = new byte[capacity];
    private long _written;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > capacity)
        {
            _written += bytes.Length - capacity;
            bytes = bytes[^capacity..];
        }

        var at = (int)(_written % capacity);
        var first = Math.Min(bytes.Length, capacity - at);
        bytes[..first].CopyTo(_ring.AsSpan(at));
        bytes[first..].CopyTo(_ring);
        _written += bytes.Length;
    }

    /// <summary>The text, from the first whole line on when the beginning is lost.</summary>
    public override string ToString()
    {
        if (_written <= capacity)
            return Encoding.UTF8.GetString(_ring, 0, (int)_written);

        var at = (int)(_written % capacity);
        byte[] all = [.. _ring[at..], .. _ring[..at]];
        var lineEnd = Array.IndexOf(all, (byte)'\n');
        return "…\n" + Encoding.UTF8.GetString(all, lineEnd + 1, all.Length - lineEnd - 1);
    }
}
