using TestFlock.Contracts;

namespace TestFlock.Core.Transport;

/// <summary>
/// A batch in the hands of one slot. Exactly one of its two endings must be called, or the delivery leaks.
/// </summary>
public interface IBatchDelivery
{
    Batch Batch { get; }

    /// <summary>Every result of it is reported: forget it.</summary>
    Task AcknowledgeAsync(CancellationToken cancellationToken);

    /// <summary>Back to its queue, for another slot.</summary>
    Task ReturnAsync(CancellationToken cancellationToken);
}
