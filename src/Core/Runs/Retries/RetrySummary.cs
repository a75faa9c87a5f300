using System.Globalization;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Runs.Retries;

/// <summary>Counts what attempts after the first came to, for one note at the end of the run.</summary>
internal sealed class RetrySummary(RetryOptions retry)
{
    private const int MostNamed = 20;

    private readonly List<string> _flaky = [];
    private int _again;
    private TimeSpan _spent;

    /// <param name="progress">A case whose last attempt is about to be told.</param>
    public void Count(CaseProgress progress)
    {
        if (progress.Superseded.Count == 0)
            return;
        _again++;
        _spent += progress.Superseded.Append(progress.Ended!).Skip(1).SelectMany(attempt => attempt.Results)
            .Aggregate(TimeSpan.Zero, (sum, result) => sum + result.Duration);
        if (progress.AttemptOutcome == Outcome.Passed && progress.Superseded.Any(AttemptStory.HasFailed))
            _flaky.Add(progress.Case.FullyQualifiedName);
    }

    /// <param name="isBudgetSpent">Whether failures were left alone because too many tests had failed.</param>
    /// <returns>Null when no test was tried again, and none would have been.</returns>
    public NoteMade? Tell(bool isBudgetSpent)
    {
        if (_again == 0 && !isBudgetSpent)
            return null;
        var names = string.Concat(_flaky.Take(MostNamed).Select(name => $"\n  {name}"));
        var more = _flaky.Count > MostNamed ? $"\n  and {_flaky.Count - MostNamed} more" : "";
        return new NoteMade(
            NoteLevel.Warning,
            string.Create(
                CultureInfo.InvariantCulture,
                $"TestFlock: {_again} tests were tried again, which took {_spent.TotalSeconds:F2} s; {_flaky.Count} of "
                + $"them are flaky, since they passed after they had "
                + $"failed.{(isBudgetSpent ? BudgetSpent() : "")}{names}{more}"));
    }

    private string BudgetSpent()
    {
        var bound = retry.Budget is { Tests: { } tests }
            ? string.Create(CultureInfo.InvariantCulture, $"{tests} tests")
            : string.Create(CultureInfo.InvariantCulture, $"{retry.Budget?.Share * 100:0.##} % of the run");
        return $" More than {bound} failed, so the rest was not tried again: look at the "
            + $"environment, or raise <Retry Budget>.";
    }
}
