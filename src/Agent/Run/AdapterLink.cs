using TestFlock.Contracts;

namespace TestFlock.Agent.Run;

/// <summary>The channel to the adapter: what it asks for, what it is told, and the moment it goes away.</summary>
internal sealed class AdapterLink(Stream input, Stream output) : IDisposable
{
    private readonly MessageWriter<CoordinatorMessage> _writer = new(output, WireJson.Default.CoordinatorMessage);
    private readonly IAsyncEnumerator<AdapterMessage> _messages =
        new MessageReader<AdapterMessage>(input, WireJson.Default.AdapterMessage).ReadAllAsync().GetAsyncEnumerator();

    /// <summary>The next message; null when the adapter is gone.</summary>
    /// <exception cref="InvalidDataException">What came is no message.</exception>
    public async Task<AdapterMessage?> ReadAsync() => await _messages.MoveNextAsync() ? _messages.Current : null;

    /// <exception cref="IOException">The adapter is gone.</exception>
    public Task TellAsync(CoordinatorMessage message, CancellationToken cancellationToken) =>
        _writer.WriteAsync(message, cancellationToken);

    /// <summary>Waits for the user's wish to stop, or for the adapter's end.</summary>
    /// <returns>Whether it was a wish; otherwise the adapter is gone.</returns>
    public async Task<bool> WaitForCancelAsync()
    {
        while (await ReadAsync() is { } message)
        {
            if (message is CancelRun)
                return true;
        }

        return false;
    }

    public void Dispose() => _writer.Dispose();
}
