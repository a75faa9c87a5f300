using TestFlock.Contracts;
using TestFlock.Core.Overview;
using TestFlock.Core.Reporting;
using TestFlock.Redis.Runs;

namespace TestFlock.Agent.Run;

/// <summary>Tells Redis the attempts that failed or came again, for the dashboard. Nobody waits for it.</summary>
internal sealed class AttemptsForWatchers(RedisAttempts attempts) : IReport
{
    private RunBegan? _run;
    private Task _told = Task.CompletedTask;

    public string Name => "dashboard";

    public ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken)
    {
        if (runEvent is RunBegan began)
            _run = began;
        else if (runEvent is AttemptFinished { Attempt: var attempt } && _run is { } run && IsWorthALook(attempt))
            _told = TellAfterAsync(_told, run.Manifest.Run, See(attempt, run.Cases[attempt.Id.Ordinal]));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await _told;

    internal static bool IsWorthALook(FinishedAttempt attempt) => attempt.Id.Number > 1
        || attempt.End != AttemptEnd.Completed || attempt.Results.Any(result => result.Outcome == Outcome.Failed);

    internal static AttemptSeen See(FinishedAttempt attempt, TestCase test)
    {
        var texts = attempt.Results
            .SelectMany(result => (string?[])
            [
                result.ErrorMessage, result.ErrorStackTrace, .. result.Messages.Select(message => message.Text),
            ])
            .Prepend(attempt.Reason)
            .Where(text => !string.IsNullOrWhiteSpace(text));
        var output = string.Join('\n', texts);
        var outcome = attempt.Results.Any(result => result.Outcome == Outcome.Failed)
            ? Outcome.Failed
            : attempt.Results is [.., var last] ? last.Outcome : Outcome.None;
        return new AttemptSeen(
            test.DisplayName,
            attempt.Id.Number,
            attempt.Place.Slot == 0 ? "" : $"{attempt.Place.Agent}/{attempt.Place.Slot}",
            attempt.End == AttemptEnd.Completed ? outcome.ToString() : attempt.End.ToString(),
            output.Length <= AttemptSeen.MostOutput ? output : $"{output[..AttemptSeen.MostOutput]}…",
            (attempt.Ended - attempt.Began)?.TotalSeconds);
    }

    private async Task TellAfterAsync(Task before, RunId run, AttemptSeen attempt)
    {
        await before;
        await attempts.TellAsync(run, attempt, CancellationToken.None);
    }
}
