using System.Globalization;
using System.Text;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Runs.Retries;

/// <summary>
/// What a final result says of the attempts before it: nothing of a failure is hidden by a later pass.
/// </summary>
internal static class AttemptStory
{
    public static TestResult AddTo(TestResult result, CaseProgress progress, RetryOptions retry)
    {
        if (progress.Superseded.Count == 0)
            return result;
        var text = new StringBuilder(Headline(result, progress));
        if (!retry.ShowOnlyLast)
        {
            foreach (var attempt in progress.Superseded)
                Tell(text, attempt, retry.HideDetails);
        }

        var story = new ResultMessage { Category = ResultMessage.AdditionalInfo, Text = text.ToString() };
        return result with { Messages = [.. result.Messages, story] };
    }

    private static string Headline(TestResult result, CaseProgress progress) => string.Create(
        CultureInfo.InvariantCulture,
        $"TestFlock: {(IsFlaky(result, progress) ? "flaky. Passed on" : "this is")} attempt "
            + $"{progress.Attempt.Number}.");

    // A class is tried again whole: most of its tests have failed in no attempt.
    private static bool IsFlaky(TestResult result, CaseProgress progress) =>
        result.Outcome == Outcome.Passed && progress.Superseded.Any(HasFailed);

    public static bool HasFailed(FinishedAttempt attempt) =>
        attempt.End != AttemptEnd.Completed || attempt.Results.Any(result => result.Outcome == Outcome.Failed);

    private static void Tell(StringBuilder text, FinishedAttempt attempt, bool hideDetails)
    {
        foreach (var result in attempt.Results)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"\nAttempt {attempt.Id.Number} ({attempt.Place.Agent}, slot {attempt.Place.Slot}, ")
                .Append(CultureInfo.InvariantCulture, $"{result.Duration.TotalSeconds:F2} s): {result.Outcome}");
            if (hideDetails)
                continue;
            foreach (var detail in (string?[])[result.ErrorMessage, result.ErrorStackTrace])
            {
                if (!string.IsNullOrEmpty(detail))
                    text.Append('\n').Append(detail);
            }

            foreach (var message in result.Messages.Where(message => !string.IsNullOrEmpty(message.Text)))
                text.Append('\n').Append(message.Text);
        }
    }
}
