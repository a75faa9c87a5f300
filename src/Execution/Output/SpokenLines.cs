using System.Buffers;
using System.Text;

namespace TestFlock.Execution.Output;

/// <summary>
/// What a stream says, line by line, as the test platform passes it on: lines without anything but blanks are left
/// out.
/// </summary>
/// <param name="encoding">Of the stream.</param>
/// <param name="told">Takes each line.</param>
/// <param name="marked">Called when the mark was read: what was said before it has been told, but for a line that goes
/// on.</param>
internal sealed class SpokenLines(Encoding encoding, Func<string, ValueTask> told, Func<string, ValueTask> marked)
{
    // Whoever writes without an end must not fill the memory.
    private const int LongestLine = 1024 * 1024;

    // Of whoever floods the console, what is read together is told together: a message for each line would cost more
    // than the test.
    private const int MostLinesApart = 32;

    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly List<string> _untold = [];
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
            if (_mark is { } mark && _line.WrittenSpan.EndsWith(_markBytes))
                await EndAtMarkAsync(mark);
            else
                EndLine();
        }

        _line.Write(bytes.Span);
        if (_line.WrittenCount > LongestLine)
            EndLine();
        await TellAsync();
    }

    /// <summary>Nothing more will come.</summary>
    public ValueTask CompleteAsync()
    {
        EndLine();
        return TellAsync();
    }

    // The mark is written wherever the tests stopped: their line goes on behind it.
    private async ValueTask EndAtMarkAsync(string mark)
    {
        _mark = null;
        var unfinished = _line.WrittenSpan[..^_markBytes.Length].ToArray();
        _line.ResetWrittenCount();
        _line.Write(unfinished);
        await TellAsync();
        await marked(mark);
    }

    private void EndLine()
    {
        var line = encoding.GetString(_line.WrittenSpan.TrimEnd((byte)'\r'));
        _line.ResetWrittenCount();
        if (!string.IsNullOrWhiteSpace(line))
            _untold.Add(line);
    }

    private async ValueTask TellAsync()
    {
        if (_untold.Count > MostLinesApart)
        {
            await told(string.Join('\n', _untold));
        }
        else
        {
            foreach (var line in _untold)
                await told(line);
        }

        _untold.Clear();
    }
}
