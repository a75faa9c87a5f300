using TestFlock.Contracts;

namespace TestFlock.Agent.Run;

/// <summary>The channel to the adapter: what it asks for, what it is told, and the moment it goes away.</summary>
internal sealed class AdapterLink(Stream input, Stream output)
{
    private readonly GatheringWriter<CoordinatorMessage> _writer = new(output, WireFormats.Coordinator);
    private readonly IAsyncEnumerator<AdapterMessage> _messages =
        new MessageReader<AdapterMessage>(input, WireFormats.Adapter).ReadAllAsync().GetAsyncEnumerator();

    /// <summary>The next message; null when the adapter is gone.</summary>
    /// <exception cref="InvalidDataException">What came is no message.</exception>
    public async Task<AdapterMessage?> ReadAsync() => await _messages.MoveNextAsync() ? _messages.Current : null;

    /// <summary>Returns when the message is on its way, behind those before it.</summary>
    /// <exception cref="IOException">The adapter is gone.</exception>
    public Task TellAsync(CoordinatorMessage message) => _writer.WriteAsync(message);

    /// <summary>Returns when the adapter has everything, this included.</summary>
    /// <exception cref="IOException">The adapter is gone.</exception>
    public async Task TellLastAsync(CoordinatorMessage message)
    {
        await _writer.WriteAsync(message);
        await _writer.FlushAsync();
    }

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
}
