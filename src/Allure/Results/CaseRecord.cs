using TestFlock.Contracts;

namespace TestFlock.Allure.Results;

/// <summary>
/// What happened to one test case so far. What was written of it is written again where its end says more: only then is
/// it known which attempt is final, and which test of the user's own results all of them belong to.
/// </summary>
internal sealed class CaseRecord(int ordinal, TestCase test)
{
    private readonly List<AttemptRow> _rows = [];
    private readonly List<(AttemptId Attempt, TestResult Result)> _told = [];

    public int Ordinal => ordinal;

    public TestCase Case => test;

    /// <summary>Ascending by the attempt's number.</summary>
    public IReadOnlyList<AttemptRow> Rows => _rows;

    /// <summary>Whether an attempt ended since the last <see cref="TakeNews"/>.</summary>
    public bool HasNews { get; private set; }

    /// <param name="rows">Of one attempt.</param>
    public void Add(IEnumerable<AttemptRow> rows)
    {
        _rows.AddRange(rows);
        HasNews = true;
    }

    public void AddTold(AttemptId attempt, TestResult result) => _told.Add((attempt, result));

    /// <summary>The case as it is now, for who writes while it goes on.</summary>
    public CaseRecord TakeNews()
    {
        HasNews = false;
        var now = new CaseRecord(ordinal, test);
        now._rows.AddRange(_rows);
        now._told.AddRange(_told);
        return now;
    }

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
