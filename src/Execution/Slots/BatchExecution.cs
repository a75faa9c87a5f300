using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Execution;
using TestFlock.Core.Packages;
using TestFlock.Core.Transport;
using TestFlock.Execution.Secrets;

namespace TestFlock.Execution.Slots;

/// <summary>
/// One claimed batch from its first event to its acknowledgement, in the order that loses nothing: results in custody,
/// then lease and claim given back, then the delivery acknowledged. A death in between brings the batch again, never
/// loses it.
/// </summary>
internal sealed partial class BatchExecution(
    string agent,
    int slot,
    IAgentRegistration registration,
    IAgentTransport transport,
    SlotRunners runners,
    TimeProvider time,
    ILogger<BatchExecution> logger)
{
    private static readonly Func<ILogger, string, int, RunId, BatchId, IDisposable?> _inBatch =
        LoggerMessage.DefineScope<string, int, RunId, BatchId>("{Agent}/{Slot} run {Run} batch {Batch}");

    /// <returns>The way of what the run's tests are in to this machine; see <see cref="IBatchRunner"/>.</returns>
    public async Task<Task> BeginPreparingAsync(RunId run, CancellationToken stop) =>
        await registration.FindManifestAsync(run, stop) is { } manifest
            ? runners.PrepareAsync(manifest, stop)
            : Task.CompletedTask;

    /// <param name="lease">The right to run it.</param>
    /// <param name="leased">Since when.</param>
    /// <param name="delivery">What to run.</param>
    /// <param name="stop">Stop its tests.</param>
    public async Task RunAsync(
        ISlotLease lease, DateTimeOffset leased, IBatchDelivery delivery, CancellationToken stop)
    {
        var batch = delivery.Batch;
        var telemetry = new BatchTelemetry(agent, slot, batch, leased, time);
        var end = "returned";

        // Whoever writes a line meanwhile, it says of which run and batch.
        using var scope = _inBatch(logger, agent, slot, batch.Run, batch.Id);
        try
        {
            end = await RunAsync(lease, delivery, telemetry, stop);
        }
        finally
        {
            telemetry.Complete(end);
        }
    }

    /// <returns>How the batch ended, as metrics call it.</returns>
    private async Task<string> RunAsync(
        ISlotLease lease, IBatchDelivery delivery, BatchTelemetry telemetry, CancellationToken stop)
    {
        var batch = delivery.Batch;
        var manifest = await registration.FindManifestAsync(batch.Run, stop);
        if (manifest is null)
        {
            RunIsGone(logger, agent, slot, batch.Run, batch.Id);
            await delivery.AcknowledgeAsync(stop);
            return "dropped";
        }

        bool hasFailed;
        var began = time.GetTimestamp();
        Began(logger, agent, slot, batch.Id, batch.Run, batch.Units[0].Name);
        try
        {
            hasFailed = await ReportAllAsync(lease, manifest, batch, telemetry, stop);
        }
        catch (RunGoneException)
        {
            RunIsGone(logger, agent, slot, batch.Run, batch.Id);
            await delivery.AcknowledgeAsync(CancellationToken.None);
            return "dropped";
        }

        // After an expired lease, or a hard stop of the agent, another slot may own the batch: theirs is the
        // word on it.
        if (lease.Loss == LeaseLoss.Expired || stop.IsCancellationRequested)
        {
            Returned(logger, agent, slot, batch.Id, lease.Loss?.ToString() ?? "the agent stops");
            await registration.ReturnAsync(delivery);
            return "returned";
        }

        await lease.FinishAsync(batch.Id, CancellationToken.None);
        await delivery.AcknowledgeAsync(CancellationToken.None);
        Ended(logger, agent, slot, batch.Id, time.GetElapsedTime(began));
        return hasFailed ? "failed" : "reported";
    }

    /// <returns>Whether the runner failed.</returns>
    private async Task<bool> ReportAllAsync(
        ISlotLease lease, RunManifest manifest, Batch batch, BatchTelemetry telemetry, CancellationToken stop)
    {
        var envelope = new AgentReport
        {
            Run = batch.Run,
            Batch = batch.Id,
            Execution = Guid.NewGuid(),
            Agent = agent,
            Slot = slot,
            Events = [],
        };
        await using var reports = new ReportStream(transport, envelope);
        await TellAsync(new BatchBegun { At = time.GetUtcNow() });
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, lease.Lost);
        var hidden = new HiddenSecrets(SecretValues.Of(manifest), TellAsync);
        var failure = await TryRunAsync(manifest, batch, hidden, lease.AskedBack, end.Token);

        // What is cancelled because the right has passed on is not an end that the coordinator may count.
        if (lease.Loss == LeaseLoss.Expired || stop.IsCancellationRequested)
            return false;
        await hidden.TellAsync(failure ?? new BatchEnded { At = time.GetUtcNow() });
        await reports.CompleteAsync();
        return failure is not null;

        ValueTask TellAsync(AgentEvent happened)
        {
            telemetry.Take(happened);
            if (happened is AttemptEnded { End: not AttemptEnd.Completed and not AttemptEnd.Cancelled } ended)
                Stopped(logger, ended.Attempt, NameOf(ended.Attempt), ended.End, ended.Reason?.Split('\n')[0] ?? "");
            if (happened is AttemptsReturned { Attempts: { Count: > 0 } left })
                GaveBack(logger, agent, slot, batch.Id, left.Count);
            return reports.TellAsync(happened);
        }

        string NameOf(AttemptId attempt) => batch.Units.SelectMany(unit => unit.Attempts)
            .FirstOrDefault(asked => asked.Id == attempt)?.Case.DisplayName ?? "";
    }

    /// <returns>Null when the runner did its work.</returns>
    private async Task<AgentEvent?> TryRunAsync(
        RunManifest manifest,
        Batch batch,
        HiddenSecrets hidden,
        CancellationToken askedBack,
        CancellationToken stop)
    {
        try
        {
            using var deadline = new BatchDeadline(manifest.BatchTimeout, hidden.TellAsync, time, stop);
            await runners.For(manifest.Isolation)
                .RunAsync(manifest, batch, deadline.TellAsync, askedBack, deadline.Stop);
            return deadline.HasLeftOver && !stop.IsCancellationRequested
                ? new BatchFailed { Reason = deadline.Reason, At = time.GetUtcNow() }
                : null;
        }
        catch (Exception e) when (e is not OperationCanceledException and not RunGoneException)
        {
            // A fault of ours must not take the slot down with it, nor bring the batch back here at once,
            // again and again.
            RunnerFailed(logger, agent, slot, batch.Id, e);
            var endsRun = e is PackageException { IsOfPackage: true };
            return new BatchFailed { Reason = e.Message, EndsRun = endsRun, At = time.GetUtcNow() };
        }
    }

    [LoggerMessage(12, LogLevel.Error,
        "{Agent}/{Slot}: batch {Batch} could not be run; the coordinator decides what becomes of it")]
    private static partial void RunnerFailed(
        ILogger logger, string agent, int slot, BatchId batch, Exception exception);

    [LoggerMessage(13, LogLevel.Information, "{Agent}/{Slot}: batch {Batch} of run {Run} begins with '{Unit}'")]
    private static partial void Began(ILogger logger, string agent, int slot, BatchId batch, RunId run, string unit);

    [LoggerMessage(14, LogLevel.Information, "{Agent}/{Slot}: batch {Batch} was reported after {Elapsed}")]
    private static partial void Ended(ILogger logger, string agent, int slot, BatchId batch, TimeSpan elapsed);

    [LoggerMessage(15, LogLevel.Warning, "{Agent}/{Slot}: batch {Batch} goes back to its queue unfinished: {Why}")]
    private static partial void Returned(ILogger logger, string agent, int slot, BatchId batch, string why);

    [LoggerMessage(16, LogLevel.Warning, "Attempt {Attempt} of '{Test}' ended without an outcome: {End}. {Reason}")]
    private static partial void Stopped(
        ILogger logger, AttemptId attempt, string test, AttemptEnd end, string reason);

    [LoggerMessage(17, LogLevel.Information,
        "{Agent}/{Slot}: of batch {Batch}, {Tests} tests that have not begun go back to the run: other slots are free")]
    private static partial void GaveBack(ILogger logger, string agent, int slot, BatchId batch, int tests);

    [LoggerMessage(11, LogLevel.Information, "{Agent}/{Slot}: run {Run} is gone, batch {Batch} is dropped")]
    private static partial void RunIsGone(ILogger logger, string agent, int slot, RunId run, BatchId batch);
}
