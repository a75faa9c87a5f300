namespace TestFlock.Contracts;

/// <summary>Cuts a stream of bytes into lines; grows with the longest line, up to a limit.</summary>
internal sealed class LineBuffer(Stream stream, int longestLine)
{
    private byte[] _bytes = new byte[64 * 1024];
    private int _start;
    private int _end;
    private int _searched;

    /// <summary>The next line without its end, valid until the next call; null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The line is longer than the limit.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var length = _bytes.AsSpan(_searched, _end - _searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = _bytes.AsMemory(_start, _searched + length - _start);
                _start = _searched += length + 1;
                return line;
            }

            _searched = _end;
            if (_end - _start > longestLine)
                throw new InvalidDataException(
                    $"A message is longer than {longestLine:N0} bytes; it cannot be one of ours.");
            MakeRoom();
            var read = await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return null;
            _end += read;
        }
    }

    private void MakeRoom()
    {
        if (_end < _bytes.Length)
            return;

        var kept = _end - _start;
        var target = kept > _bytes.Length / 2 ? new byte[_bytes.Length * 2] : _bytes;
        _bytes.AsSpan(_start, kept).CopyTo(target);
        (_bytes, _start, _end, _searched) = (target, 0, kept, kept);
    }
}
