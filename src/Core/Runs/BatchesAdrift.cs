using Microsoft.Extensions.Logging;
using TestFlock.Contracts;

namespace TestFlock.Core.Runs;

/// <summary>
/// Batches that nobody runs and no queue holds. One must be found so twice in a row, since between a queue and a claim
/// there is a moment without either.
/// </summary>
internal sealed partial class BatchesAdrift(
    RunBook book, RunEvents events, Publisher publisher, RunRules rules, ILogger<BatchesAdrift> logger)
{
    public async ValueTask JudgeAsync(IReadOnlySet<BatchId> unowned, CancellationToken cancellationToken)
    {
        foreach (var open in book.OpenBatches.ToArray())
        {
            var isAdrift = unowned.Contains(open.Batch.Id);
            if (!isAdrift || !open.WasAdrift)
            {
                open.WasAdrift = isAdrift;
                continue;
            }

            if (open.Executions >= rules.MostExecutions)
                await events.LoseAsync(open, "", cancellationToken);
            else
                PublishAgain(open);
        }
    }

    private void PublishAgain(BatchProgress open)
    {
        PublishedAgain(logger, open.Batch.Id, open.Executions);
        open.WasAdrift = false;
        open.PutBack();
        publisher.PublishAgain(open.Batch);
    }

    [LoggerMessage(201, LogLevel.Warning,
        "Batch {Batch} is in no queue and no agent runs it (begun {Executions} times); it is published again")]
    private static partial void PublishedAgain(ILogger logger, BatchId batch, int executions);
}
