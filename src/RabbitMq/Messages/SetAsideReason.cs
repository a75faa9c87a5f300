namespace TestFlock.RabbitMq.Messages;

/// <summary>Why a message was not for us.</summary>
internal enum SetAsideReason
{
    /// <summary>No message of ours, or a broken one.</summary>
    Malformed,

    /// <summary>Longer than any of ours.</summary>
    Oversized,

    /// <summary>Of a protocol version that this side does not understand.</summary>
    OtherProtocol,

    /// <summary>Sound, but of another run or queue.</summary>
    Foreign,
}
