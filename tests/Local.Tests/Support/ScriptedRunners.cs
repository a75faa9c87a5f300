using System.Collections.Concurrent;
using TestFlock.Contracts;
using TestFlock.Core.Execution;

namespace TestFlock.Local.Tests.Support;

/// <summary>What a slot does with one attempt; tells its events, ended included.</summary>
internal delegate Task AttemptScript(
    RequestedAttempt attempt, Func<AgentEvent, ValueTask> tell, CancellationToken stop);

/// <summary>Slots whose test process is a script of the test.</summary>
/// <param name="script">Every attempt.</param>
/// <param name="prepare">How what the tests are in comes here; null: it is here.</param>
internal sealed class ScriptedRunners(AttemptScript script, Func<CancellationToken, Task>? prepare = null)
    : IBatchRunnerFactory
{
    public Isolation Isolation => Isolation.Process;

    public static AttemptScript Passing { get; } = async (attempt, tell, _) =>
    {
        await tell(new AttemptStarted { Attempt = attempt.Id, At = default });
        await tell(new ResultArrived { Attempt = attempt.Id, Result = Cases.Result(Outcome.Passed) });
        await tell(new AttemptEnded { Attempt = attempt.Id, End = AttemptEnd.Completed, At = default });
    };

    public IBatchRunner Create(int slot) => new Runner(script, prepare);

    private sealed class Runner(AttemptScript script, Func<CancellationToken, Task>? prepare) : IBatchRunner
    {
        public Task PrepareAsync(RunManifest manifest, CancellationToken stop) =>
            prepare?.Invoke(stop) ?? Task.CompletedTask;

        public async Task RunAsync(
            RunManifest manifest,
            Batch batch,
            Func<AgentEvent, ValueTask> events,
            CancellationToken askedBack,
            CancellationToken stop)
        {
            using var told = new SemaphoreSlim(1, 1);
            var left = new ConcurrentQueue<Unit>(batch.Units);
            var given = Task.CompletedTask;
            for (var isFirst = true; left.TryDequeue(out var unit); isFirst = false)
            {
                if (isFirst)
                    given = GiveBackAsync();
                foreach (var attempt in unit.Attempts)
                    await script(attempt, TellAsync, stop);
            }

            if (askedBack.IsCancellationRequested)
                await given;

            async Task GiveBackAsync()
            {
                await Task.Delay(Timeout.Infinite, askedBack).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                var back = new List<Unit>();
                while (left.TryDequeue(out var unit))
                    back.Add(unit);
                await TellAsync(new AttemptsReturned
                {
                    Attempts = [.. back.SelectMany(unit => unit.Attempts).Select(attempt => attempt.Id)],
                });
            }

            async ValueTask TellAsync(AgentEvent happened)
            {
                await told.WaitAsync(CancellationToken.None);
                await events(happened);
                told.Release();
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
