using System.IO.Pipes;
using System.Threading.Channels;
using TestFlock.Contracts;

namespace TestFlock.Execution.HostLink;

/// <summary>One part of a test process, as long as it is connected.</summary>
internal sealed class HostConnection : IAsyncDisposable
{
    private readonly NamedPipeServerStream _pipe;
    private readonly MessageWriter<SlotMessage> _writer;

    public HostConnection(NamedPipeServerStream pipe, ChannelWriter<(HostConnection?, HostMessage)> messages)
    {
        _pipe = pipe;
        _writer = new MessageWriter<SlotMessage>(pipe, WireFormats.Slot);
        Reading = ReadAsync(messages);
    }

    /// <summary>Ends when the part has closed, or died. Never faults.</summary>
    public Task Reading { get; }

    /// <summary>Why nothing more could be read although the part had not closed; null when it had.</summary>
    public string? Fault { get; private set; }

    /// <summary>Whether the message left; a part that has died meanwhile is no error.</summary>
    public async Task<bool> TryTellAsync(SlotMessage message)
    {
        try
        {
            await _writer.WriteAsync(message, CancellationToken.None);
            return true;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _pipe.DisposeAsync();
        await Reading;
        _writer.Dispose();
    }

    private async Task ReadAsync(ChannelWriter<(HostConnection?, HostMessage)> messages)
    {
        try
        {
            var reader = new MessageReader<HostMessage>(_pipe, WireFormats.Host);
            await foreach (var message in reader.ReadAllAsync())
            {
                if (message is HostHello hello && !ProtocolRange.Own.Understands(hello))
                    throw new InvalidDataException(ProtocolRange.Own.Refusal($"The call's {hello.Part}", hello));
                await messages.WriteAsync((this, message));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or ChannelClosedException)
        {
            // Died, or closed from this side: what it had said is read.
        }
        catch (InvalidDataException e)
        {
            Fault = e.Message;
            await _pipe.DisposeAsync();
        }
    }
}
