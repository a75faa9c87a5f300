using RabbitMQ.Client;

namespace TestFlock.RabbitMq.Messages;

/// <summary>A message as it came, unread. Of an oversized one the body was not kept.</summary>
internal sealed record DeliveredMessage(
    ulong Tag, IReadOnlyBasicProperties Properties, long Length, ReadOnlyMemory<byte> Body);
