using System.Buffers;

namespace TestFlock.Contracts;

/// <summary>
/// Writes one JSON message a line; callers on several threads take turns, and a message is never torn.
/// </summary>
public sealed class MessageWriter<T>(Stream stream, WireFormat<T> format) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ArrayBufferWriter<byte> _unwritten = new(); // Owned by whose turn it is.

    /// <summary>Returns when the message has left this process.</summary>
    /// <exception cref="IOException">The other side is gone.</exception>
    public async Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            MessageLine.Append(_unwritten, message, format);
            await stream.WriteAsync(_unwritten.WrittenMemory, cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _unwritten.ResetWrittenCount();
            _turn.Release();
        }
    }

    /// <summary>
    /// For VSTest's callbacks, which are synchronous: returns when the message has left this process.
    /// </summary>
    /// <exception cref="IOException">The other side is gone.</exception>
    public void Write(T message) => Write(message, isLast: true);

    /// <summary>
    /// Keeps the message until the next <see cref="Write(T)"/> or <see cref="Flush"/>, to leave together with it.
    /// </summary>
    /// <exception cref="IOException">The other side is gone.</exception>
    public void Gather(T message) => Write(message, isLast: false);

    /// <summary>Returns when what was gathered has left this process.</summary>
    /// <exception cref="IOException">The other side is gone.</exception>
    public void Flush()
    {
        _turn.Wait();
        try
        {
            WriteOut();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private void Write(T message, bool isLast)
    {
        _turn.Wait();
        try
        {
            MessageLine.Append(_unwritten, message, format);
            if (isLast || _unwritten.WrittenCount > MessageLine.ManyBytes)
                WriteOut();
        }
        finally
        {
            _turn.Release();
        }
    }

    private void WriteOut()
    {
        if (_unwritten.WrittenCount == 0)
            return;
        try
        {
            stream.Write(_unwritten.WrittenSpan);
            stream.Flush();
        }
        finally
        {
            _unwritten.ResetWrittenCount();
        }
    }
}
