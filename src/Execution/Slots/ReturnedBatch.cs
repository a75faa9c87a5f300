using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;

namespace TestFlock.Execution.Slots;

/// <summary>A batch that this agent does not run after all.</summary>
internal static class ReturnedBatch
{
    /// <summary>
    /// Back to its queue first, then into the count: the other way round a slot would look for it in vain.
    /// </summary>
    public static async Task ReturnAsync(this IAgentRegistration registration, IBatchDelivery delivery)
    {
        var batch = delivery.Batch;
        await delivery.ReturnAsync(CancellationToken.None);
        await registration.PutBackAsync(new QueueName(batch.Run, batch.Requirements), CancellationToken.None);
    }
}
