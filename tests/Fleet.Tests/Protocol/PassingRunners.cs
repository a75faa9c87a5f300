using TestFlock.Contracts;
using TestFlock.Core.Execution;

namespace TestFlock.Fleet.Tests.Protocol;

/// <summary>In the place of test processes: every test passes at once.</summary>
internal sealed class PassingRunners : IBatchRunnerFactory
{
    public Isolation Isolation => Isolation.Process;

    public IBatchRunner Create(int slot) => new Runner();

    private sealed class Runner : IBatchRunner
    {
        public async Task RunAsync(
            RunManifest manifest,
            Batch batch,
            Func<AgentEvent, ValueTask> events,
            CancellationToken askedBack,
            CancellationToken stop)
        {
            foreach (var attempt in batch.Units.SelectMany(u => u.Attempts))
            {
                await events(new AttemptStarted { Attempt = attempt.Id, At = DateTimeOffset.UtcNow });
                await events(
                    new ResultArrived { Attempt = attempt.Id, Result = new TestResult { Outcome = Outcome.Passed } });
                await events(
                    new AttemptEnded { Attempt = attempt.Id, End = AttemptEnd.Completed, At = DateTimeOffset.UtcNow });
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
