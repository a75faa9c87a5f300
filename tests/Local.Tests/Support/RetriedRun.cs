using System.Collections.Concurrent;
using TestFlock.Contracts;
using TestFlock.Core.Planning;
using TestFlock.Core.Settings;

namespace TestFlock.Local.Tests.Support;

/// <summary>A run by the real coordinator on one agent; the outcomes are scripted for each attempt.</summary>
internal sealed class RetriedRun : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>What began, in order: name#attempt.</summary>
    public ConcurrentQueue<string> Ran { get; } = new();

    /// <summary>What a failed attempt says, by its name.</summary>
    public Func<string, string> Complaint { get; set; } = attempt => $"boom {attempt}";

    /// <summary>Ends the agent.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Each argument is one batch; names in it are cases, in order.</summary>
    public Task<FlockUnderTest> RunAsync(RetryOptions retry, AttemptScript script, params string[] batches) =>
        RunAsync(retry, new Dictionary<int, CaseRetry>(), script, batches);

    public Task<FlockUnderTest> RunAsync(
        RetryOptions retry, IReadOnlyDictionary<int, CaseRetry> own, AttemptScript script, params string[] batches) =>
        RunAsync(1, retry, own, script, batches);

    /// <inheritdoc cref="RunAsync(RetryOptions, AttemptScript, string[])"/>
    public Task<FlockUnderTest> RunOnAsync(
        int slots, RetryOptions retry, AttemptScript script, params string[] batches) =>
        RunAsync(slots, retry, new Dictionary<int, CaseRetry>(), script, batches);

    private async Task<FlockUnderTest> RunAsync(
        int slots,
        RetryOptions retry,
        IReadOnlyDictionary<int, CaseRetry> own,
        AttemptScript script,
        string[] batches)
    {
        var flock = new FlockUnderTest { Retry = retry, Retries = own };
        foreach (var batch in batches)
            flock.With(batch.Split(' '));
        var agent = flock.StartAgent(script, slots, Stop);
        await flock.StartRun();
        await EndAsync(agent);
        return flock;
    }

    /// <summary>Tests that fail in as many attempts as said, and pass in those after.</summary>
    public AttemptScript Failing(params (string Name, int Times)[] failures) => async (attempt, tell, _) =>
    {
        Ran.Enqueue(NameOf(attempt));
        var fails = failures.Any(f => f.Name == attempt.Case.DisplayName && attempt.Id.Number <= f.Times);
        await tell(new AttemptStarted { Attempt = attempt.Id, At = default });
        await tell(new ResultArrived
        {
            Attempt = attempt.Id,
            Result = fails
                ? Cases.Result(Outcome.Failed) with { ErrorMessage = Complaint(NameOf(attempt)) }
                : Cases.Result(Outcome.Passed),
        });
        await tell(new AttemptEnded { Attempt = attempt.Id, End = AttemptEnd.Completed, At = default });
    };

    public async Task EndAsync(Task agent)
    {
        await _stop.CancelAsync();
        await agent.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    public static string NameOf(RequestedAttempt attempt) => $"{attempt.Case.DisplayName}#{attempt.Id.Number}";

    public void Dispose() => _stop.Dispose();
}
