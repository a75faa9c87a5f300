using System.Buffers;

namespace TestFlock.Contracts;

/// <summary>
/// Writes one JSON message a line without waiting for the stream: what is told while a write is on its way leaves with
/// the next, so that many small messages cost few writes and a single one leaves at once.
/// </summary>
public sealed class GatheringWriter<T>(Stream stream, WireFormat<T> format)
    where T : class
{
    // Who tells faster than the other side reads waits then.
    private const int MostBytesWaiting = 1024 * 1024;

    private readonly object _turn = new();

    // Owned by the lock, but what is being written.
    private ArrayBufferWriter<byte> _gathered = new();
    private ArrayBufferWriter<byte> _leaving = new();
    private Task _writing = Task.CompletedTask;
    private bool _isWriting;

    /// <summary>Returns at once, unless much is waiting to leave.</summary>
    /// <exception cref="IOException">The other side is gone; perhaps since an earlier message.</exception>
    public Task WriteAsync(T message)
    {
        lock (_turn)
        {
            if (_writing.IsFaulted)
                return _writing;
            MessageLine.Append(_gathered, message, format);
            if (!_isWriting)
            {
                _isWriting = true;
                _writing = Task.Run(WriteOut);
            }

            return _gathered.WrittenCount > MostBytesWaiting ? _writing : Task.CompletedTask;
        }
    }

    /// <summary>Returns when everything has left this process.</summary>
    /// <exception cref="IOException">The other side is gone.</exception>
    public Task FlushAsync()
    {
        lock (_turn)
            return _writing;
    }

    private void WriteOut()
    {
        while (true)
        {
            lock (_turn)
            {
                if (_gathered.WrittenCount == 0)
                {
                    _isWriting = false;
                    return;
                }

                (_gathered, _leaving) = (_leaving, _gathered);
            }

            stream.Write(_leaving.WrittenSpan);
            stream.Flush();
            _leaving.ResetWrittenCount();
        }
    }
}
