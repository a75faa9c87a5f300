using TestFlock.Allure.Format;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Allure.Results;

/// <summary>One result of one attempt, which becomes one file.</summary>
internal sealed record AttemptRow
{
    public required FinishedAttempt Attempt { get; init; }

    /// <summary>What brings its moments to the coordinator's clock.</summary>
    public required TimeSpan Offset { get; init; }

    public required TestResult Result { get; init; }

    public required IReadOnlyList<AllureAttachment> Files { get; init; }

    /// <summary>Of the results of this attempt with this display name, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Whether the test never came to its own end, whoever is to blame.</summary>
    public bool IsInterrupted => Attempt.End
        is AttemptEnd.AgentLost or AttemptEnd.Missing or AttemptEnd.NoAgent or AttemptEnd.Cancelled;

    /// <summary>What the writer made of it so far; nobody else's.</summary>
    public WrittenResult Written { get; } = new();

    /// <param name="attempt">As the coordinator has it.</param>
    /// <param name="test">The test case.</param>
    /// <param name="offset">What brings its moments to the coordinator's clock.</param>
    /// <param name="attachments">Files of each of its results, copied already.</param>
    public static IEnumerable<AttemptRow> Of(
        FinishedAttempt attempt,
        TestCase test,
        TimeSpan offset,
        IReadOnlyList<IReadOnlyList<AllureAttachment>> attachments)
    {
        if (attempt.Results is not [var only])
            return OfSeveral(attempt, test, offset, attachments);
        return
        [
            new AttemptRow
            {
                Attempt = attempt,
                Offset = offset,
                Number = 1,
                Result = only.DisplayName is null ? only with { DisplayName = test.DisplayName } : only,
                Files = attachments[0],
            },
        ];
    }

    private static IEnumerable<AttemptRow> OfSeveral(
        FinishedAttempt attempt,
        TestCase test,
        TimeSpan offset,
        IReadOnlyList<IReadOnlyList<AllureAttachment>> attachments)
    {
        var numbers = new Dictionary<string, int>();
        var results = attempt.Results;
        var isCutOff = attempt.End != AttemptEnd.Completed && results.Count > 1;
        for (var i = 0; i < results.Count; i++)
        {
            var shown = results[i].DisplayName ?? test.DisplayName;

            // A process that died after the test had said its word: one attempt is one result, and the worse one
            // counts.
            if (isCutOff && i < results.Count - 1 && shown == (results[^1].DisplayName ?? test.DisplayName))
                continue;
            var number = numbers[shown] = numbers.GetValueOrDefault(shown) + 1;
            var voided = isCutOff && i == results.Count - 1
                ? Enumerable.Range(0, i).Where(at => (results[at].DisplayName ?? test.DisplayName) == shown).ToArray()
                : [];
            yield return new AttemptRow
            {
                Attempt = attempt,
                Offset = offset,
                Number = number,
                Result = results[i] with
                {
                    DisplayName = shown,
                    Messages = [.. voided.SelectMany(at => results[at].Messages), .. results[i].Messages],
                },
                Files = [.. voided.Append(i).SelectMany(at => attachments[at])],
            };
        }
    }
}
