using TestFlock.Allure.Adopting;
using TestFlock.Allure.Configuration;
using TestFlock.Allure.Folder;
using TestFlock.Allure.Format;
using TestFlock.Allure.Identity;
using TestFlock.Contracts;

namespace TestFlock.Allure.Results;

/// <summary>Writes all attempts of a test case, so that reports find them to be attempts of one test.</summary>
/// <param name="folder">Where to.</param>
/// <param name="names">Of tests.</param>
/// <param name="own">What the user's own Allure wrote; where it is of an attempt, it takes the place of ours.</param>
/// <param name="config">The user's.</param>
/// <param name="twins">By ordinal, the number among test cases that nothing tells apart; none for all others.</param>
/// <param name="ofEvery">Labels of every result.</param>
internal sealed class CaseWriter(
    ResultsFolder folder,
    TestNames names,
    OwnResults own,
    AllureConfig config,
    IReadOnlyDictionary<int, int> twins,
    IReadOnlyList<AllureLabel> ofEvery)
{
    private readonly StatusRule _status = new(config.FailExceptions);
    private readonly LinkTemplates _links = new(config.Links);
    private readonly ResultJson _json = new(config.IndentOutput);

    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Write(CaseRecord record)
    {
        var metadata = Metadata.Of(record.Case, _links);
        if (record.Rows.Count == 1)
        {
            Write(record, metadata, record.Rows);
            return;
        }

        foreach (var row in record.Rows.GroupBy(row => (row.Result.DisplayName, row.Number)))
            Write(record, metadata, [.. row]);
    }

    /// <param name="record">The case.</param>
    /// <param name="metadata">The case's.</param>
    /// <param name="attempts">Of one row of it.</param>
    private void Write(CaseRecord record, Metadata metadata, IReadOnlyList<AttemptRow> attempts)
    {
        var name = NameOf(record, attempts[0]);
        var (hasFailed, start) = (false, (long?)null);
        foreach (var row in attempts)
        {
            if (own.HasUnclaimed)
            {
                row.Written.Own ??= own.Claim(
                    new Claimant(name, row.Attempt.Place, AttemptTimes.Of(row, after: null)));
            }
        }

        // Where only some attempts have a result of theirs, all the others must be of the same test as those.
        if (attempts.FirstOrDefault(row => row.Written.Own is not null) is { Written.Own: { } theirs })
            name = NameAsTheirs(name, theirs);
        foreach (var row in attempts)
        {
            var written = row.Written;
            var told = record.TakeTold(row.Attempt.Id, row.Result);
            var status = _status.Of(record.Case, row.Result);
            var isQuarantined = told is { Outcome: Outcome.Skipped } && row.Result.Outcome == Outcome.Failed;
            var times = AttemptTimes.Of(row, start);
            start = times.Start;
            written.Output ??= TestOutput.Write(row.Result.Messages, IsThere(written.Own), folder);
            var result = new AllureResult
            {
                Uuid = written.Name(folder),
                HistoryId = name.HistoryId,
                TestCaseId = name.TestCaseId,
                FullName = name.FullName,
                TitlePath = name.Class.TitlePath,
                Name = name.Shown,
                Description = metadata.Description,
                Status = isQuarantined ? AllureStatus.Skipped : status,
                StatusDetails = isQuarantined
                    ? ResultDetails.OfQuarantined(row, told!)
                    : ResultDetails.Of(row, isFlaky: hasFailed && status == AllureStatus.Passed),
                Stage = row.IsInterrupted ? "interrupted" : "finished",
                Start = times.Start,
                Stop = times.Stop,
                Labels = ResultLabels.Of(record.Case, name, metadata, row.Attempt.Id, row.Attempt.Place, ofEvery),
                Links = metadata.Links,
                Parameters = name.Parameters,
                Attachments = row.Files.Count == 0 ? written.Output : [.. written.Output, .. row.Files],
            };
            written.Write(
                folder, written.Own is { } ownResult ? Adoption.Merge(ownResult, result) : _json.Write(result));
            hasFailed |= status is AllureStatus.Failed or AllureStatus.Broken;
        }
    }

    private static Func<string, bool> IsThere(OwnResult? own) => name =>
        own?.ObjectsOf("attachments").Any(attachment => (string?)attachment["name"] == name) == true;

    private static TestName NameAsTheirs(TestName name, OwnResult theirs) => name with
    {
        FullName = theirs.FullName ?? name.FullName,
        Shown = theirs.Shown ?? name.Shown,
        Parameters = theirs.Parameters,
        GivenTestCaseId = theirs.Text("testCaseId"),
        GivenHistoryId = theirs.Text("historyId"),
    };

    private TestName NameOf(CaseRecord record, AttemptRow row)
    {
        var name = names.Of(record.Case, row.Result.DisplayName!);

        // Nothing else tells these apart, and one would be taken for another attempt of the other. History ids are made
        // of values alone, so these say what they are.
        if (twins.TryGetValue(record.Ordinal, out var twin))
            name = name with { Parameters = [.. name.Parameters, new AllureParameter("twin", $"twin {twin}")] };
        return row.Number == 1
            ? name
            : name with { Parameters = [.. name.Parameters, new AllureParameter("row", $"row {row.Number}")] };
    }
}
