using TestFlock.Allure.Format;
using TestFlock.Contracts;

namespace TestFlock.Allure.Results;

/// <summary>Message, stack trace and marks of a result.</summary>
internal static class ResultDetails
{
    public static AllureStatusDetails? Of(AttemptRow row, bool isFlaky)
    {
        var result = row.Result;
        if (isFlaky)
        {
            return new AllureStatusDetails
            {
                Message = $"Passed on attempt {row.Attempt.Id.Number} of {row.Attempt.Id.Number}",
                Flaky = true,
            };
        }

        if (string.IsNullOrEmpty(result.ErrorMessage) && string.IsNullOrEmpty(result.ErrorStackTrace))
            return null;
        var comparison = result.Outcome == Outcome.Failed ? Comparison.Find(result.ErrorMessage) : null;
        return new AllureStatusDetails
        {
            Message = result.ErrorMessage,
            Trace = result.ErrorStackTrace,
            Expected = comparison?.Expected,
            Actual = comparison?.Actual,
        };
    }

    /// <param name="row">What the test said.</param>
    /// <param name="told">What the user was told instead: who answers for it, and until when.</param>
    public static AllureStatusDetails OfQuarantined(AttemptRow row, TestResult told) => new()
    {
        Message = told.ErrorMessage,
        Trace = told.ErrorStackTrace ?? row.Result.ErrorStackTrace,
        Known = true,
        Muted = true,
    };
}
