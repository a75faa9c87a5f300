using TestFlock.Allure.Format;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Allure.Results;

/// <summary>
/// What happened to one test case so far. Its results are written when its last attempt is over: only then is it known
/// which are final, and which test of the user's own results they belong to.
/// </summary>
internal sealed class CaseRecord(int ordinal, TestCase test)
{
    private readonly List<AttemptRecord> _attempts = [];
    private readonly List<(AttemptId Attempt, TestResult Result)> _told = [];

    public int Ordinal => ordinal;

    public TestCase Case => test;

    /// <summary>Ascending by number.</summary>
    public IReadOnlyList<AttemptRecord> Attempts => _attempts;

    public void Add(AttemptRecord attempt) => _attempts.Add(attempt);

    public void AddTold(AttemptId attempt, TestResult result) => _told.Add((attempt, result));

    /// <summary>
    /// The result as the user was told it, which is milder than what the test said when it is in quarantine.
    /// </summary>
    public TestResult? TakeTold(AttemptId attempt, TestResult result)
    {
        var at = _told.FindIndex(
            told => told.Attempt == attempt
                && (told.Result.DisplayName ?? test.DisplayName) == (result.DisplayName ?? test.DisplayName));
        if (at < 0)
            return null;
        var found = _told[at].Result;
        _told.RemoveAt(at);
        return found;
    }
}

/// <param name="Attempt">As the coordinator has it.</param>
/// <param name="Offset">What brings its moments to the coordinator's clock.</param>
/// <param name="Attachments">Files of each of its results, copied already.</param>
internal sealed record AttemptRecord(
    FinishedAttempt Attempt, TimeSpan Offset, IReadOnlyList<IReadOnlyList<AllureAttachment>> Attachments);
