using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TestFlock.Contracts;

/// <summary>
/// Writes one JSON message a line; callers on several threads take turns, and a message is never torn.
/// </summary>
public sealed class MessageWriter<T>(Stream stream, JsonTypeInfo<T> type) : IDisposable
{
    private static readonly ReadOnlyMemory<byte> NewLine = new([(byte)'\n']);
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Returns when the message has left this process.</summary>
    /// <exception cref="IOException">The other side is gone.</exception>
    public async Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(message, type);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await stream.WriteAsync(line, cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync(NewLine, cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// For VSTest's callbacks, which are synchronous: returns when the message has left this process.
    /// </summary>
    /// <exception cref="IOException">The other side is gone.</exception>
    public void Write(T message)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(message, type);
        _turn.Wait();
        try
        {
            stream.Write(line);
            stream.Write(NewLine.Span);
            stream.Flush();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
