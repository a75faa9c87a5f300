using System.Text;
using TestFlock.Contracts;

namespace TestFlock.RabbitMq;

/// <summary>
/// How to reach the broker, and the bounds that keep memory flat and a run's queues from outliving it.
/// </summary>
public sealed record RabbitMqOptions
{
    /// <summary>
    /// Such as <c>amqps://user:password@host:5671/vhost</c>. Without a user: the broker's guest, which it lets in from
    /// its own machine only.
    /// </summary>
    public required Uri Address { get; init; }

    /// <summary>What the broker's list of connections calls this one.</summary>
    public required string ClientName { get; init; }

    /// <summary>
    /// Default 10 s, from 5 s. A peer that vanished without a word is noticed after about three of them; shorter takes
    /// a paused process for a dead one.
    /// </summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long queues of a run outlive a coordinator that vanished. Default 2 minutes: longer than a coordinator that
    /// is merely cut off needs to come back, and than agents take to notice that its run is gone.
    /// </summary>
    public TimeSpan QueueExpiry { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Publishes under way at once. Default 256: waiting for each confirmation before the next publish is some thirty
    /// times slower, and more than a few hundred gain nothing.
    /// </summary>
    public int WindowMessages { get; init; } = 256;

    /// <summary>Bytes under way at once; a single message may be larger. Default 16 MiB.</summary>
    public int WindowBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// Reports that the broker sends ahead of their acknowledgement. Default 128: covers the way over a slow network.
    /// </summary>
    public ushort Prefetch { get; init; } = 128;

    /// <summary>
    /// Bytes of one message, default 32 MiB, a quarter of what a broker takes unless told otherwise. Longer reports are
    /// split, and a single result beyond it is cut with a note; longer batches are refused.
    /// </summary>
    public int LongestMessage { get; init; } = 32 * 1024 * 1024;

    /// <summary>Messages of other protocols are set aside. Default: what this build understands.</summary>
    public ProtocolRange Understood { get; init; } = ProtocolRange.Own;

    /// <summary>Without the password.</summary>
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Address = ").Append(Connecting.RabbitMqAddress.NameOf(Address)).Append(", ClientName = ")
            .Append(ClientName);
        return true;
    }
}
