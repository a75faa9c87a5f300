using System.Diagnostics;
using System.Globalization;
using TestFlock.Contracts;
using TestFlock.Core.Execution;

namespace TestFlock.Bench.Fleet;

/// <summary>In the place of test processes: a test waits for as many milliseconds as its display name says.</summary>
internal sealed class SimulatedRunners(Observations observations) : IBatchRunnerFactory
{
    public Isolation Isolation => Isolation.Process;

    public IBatchRunner Create(int slot) => new Runner(observations);

    private sealed class Runner(Observations observations) : IBatchRunner
    {
        private long? _ended;
        private RunId _run;

        public async Task RunAsync(
            RunManifest manifest,
            Batch batch,
            Func<AgentEvent, ValueTask> events,
            CancellationToken askedBack,
            CancellationToken stop)
        {
            // From one run to the next a slot may wait because there is nothing to do.
            if (_ended is { } ended && _run == batch.Run)
                observations.AddGap(ended);
            using var observed = observations.Begin(batch.Run);
            foreach (var attempt in batch.Units.SelectMany(u => u.Attempts))
            {
                await events(new AttemptStarted { Attempt = attempt.Id, At = DateTimeOffset.UtcNow });
                if (int.Parse(attempt.Case.DisplayName, CultureInfo.InvariantCulture) is > 0 and var milliseconds)
                    await Task.Delay(milliseconds, stop);
                await events(
                    new ResultArrived { Attempt = attempt.Id, Result = new TestResult { Outcome = Outcome.Passed } });
                await events(
                    new AttemptEnded { Attempt = attempt.Id, End = AttemptEnd.Completed, At = DateTimeOffset.UtcNow });
            }

            (_ended, _run) = (Stopwatch.GetTimestamp(), batch.Run);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
