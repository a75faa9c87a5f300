using System.Buffers;
using System.Text;

namespace TestFlock.Execution.Output;

/// <summary>What a stream says, line by line, as the test platform passes it on: lines without anything but blanks are left out.</summary>
/// <param name="encoding">Of the stream.</param>
/// <param name="told">Takes each line.</param>
/// <param name="marked">Called when the mark was read: what was said before it has been told, but for a line that goes on.</param>
internal sealed class SpokenLines(Encoding encoding, Func<string, ValueTask> told, Func<string, ValueTask> marked)
{
    // Whoever writes without an end must not fill the memory.
    private const int LongestLine = 1024 * 1024;

    private readonly ArrayBufferWriter<byte> _line = new();
    private volatile string? _mark;
    private byte[] _markBytes = [];

    /// <summary>Looks from here on for this text at the end of a line; no test writes it.</summary>
    public void LookFor(string mark)
    {
        _markBytes = encoding.GetBytes(mark);
        _mark = mark;
    }

    public async ValueTask TakeAsync(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Span.IndexOf((byte)'\n') is var end and >= 0)
        {
            _line.Write(bytes.Span[..end]);
            bytes = bytes[(end + 1)..];
            await EndLineAsync();
        }

        _line.Write(bytes.Span);
        if (_line.WrittenCount > LongestLine)
            await TellLineAsync();
    }

    /// <summary>Nothing more will come.</summary>
    public ValueTask CompleteAsync() => TellLineAsync();

    private ValueTask EndLineAsync()
    {
        if (_mark is not { } mark || !_line.WrittenSpan.EndsWith(_markBytes))
            return TellLineAsync();

        // The mark is written wherever the tests stopped: their line goes on behind it.
        _mark = null;
        var unfinished = _line.WrittenSpan[..^_markBytes.Length].ToArray();
        _line.ResetWrittenCount();
        _line.Write(unfinished);
        return marked(mark);
    }

    private ValueTask TellLineAsync()
    {
        var line = encoding.GetString(_line.WrittenSpan.TrimEnd((byte)'\r'));
        _line.ResetWrittenCount();
        return string.IsNullOrWhiteSpace(line) ? ValueTask.CompletedTask : told(line);
    }
}
