using System.Buffers;
using System.Text;
using TestFlock.Core.Settings;

namespace TestFlock.Execution.Secrets;

/// <summary>
/// Masks secrets in one stream of bytes. A value that comes in pieces is found, too: what may be the begin of one is
/// held back until more is known.
/// </summary>
/// <param name="secrets">As UTF-8; in another encoding, those without letters beyond ASCII are found.</param>
internal sealed class MaskedBytes(SecretValues secrets)
{
    private static readonly byte[] Mask = Encoding.UTF8.GetBytes(SecretMask.Mask);

    private readonly byte[][] _values = [.. secrets.Values.Select(Encoding.UTF8.GetBytes)];
    private readonly SearchValues<byte> _firstBytes =
        SearchValues.Create([.. secrets.Values.Select(value => Encoding.UTF8.GetBytes(value)[0])]);

    private readonly ArrayBufferWriter<byte> _shown = new();
    private byte[] _held = [];

    /// <summary>What of the stream is sure by now; valid until the next call.</summary>
    public ReadOnlySpan<byte> Take(ReadOnlySpan<byte> bytes) => Take(bytes, isEnd: false);

    /// <summary>What was held back when the stream ended.</summary>
    public ReadOnlySpan<byte> End() => Take([], isEnd: true);

    private ReadOnlySpan<byte> Take(ReadOnlySpan<byte> bytes, bool isEnd)
    {
        if (_values.Length == 0)
            return bytes;
        _shown.ResetWrittenCount();
        ReadOnlySpan<byte> rest = _held.Length == 0 ? bytes : [.. _held, .. bytes];
        _held = [];
        while (rest.IndexOfAny(_firstBytes) is var at and >= 0)
        {
            _shown.Write(rest[..at]);
            rest = rest[at..];
            if (MatchAt(rest, isEnd) is { } value)
            {
                _shown.Write(Mask);
                rest = rest[value.Length..];
            }
            else if (!isEnd && MayBegin(rest))
            {
                _held = rest.ToArray();
                return _shown.WrittenSpan;
            }
            else
            {
                _shown.Write(rest[..1]);
                rest = rest[1..];
            }
        }

        _shown.Write(rest);
        return _shown.WrittenSpan;
    }

    private byte[]? MatchAt(ReadOnlySpan<byte> rest, bool isEnd)
    {
        foreach (var value in _values)
        {
            if (rest.StartsWith(value))
                return value;
            // A longer one may still turn out to be there.
            if (!isEnd && value.AsSpan().StartsWith(rest))
                return null;
        }

        return null;
    }

    private bool MayBegin(ReadOnlySpan<byte> rest)
    {
        foreach (var value in _values)
        {
            if (value.AsSpan().StartsWith(rest))
                return true;
        }

        return false;
    }
}
