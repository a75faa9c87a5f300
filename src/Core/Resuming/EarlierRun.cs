using TestFlock.Contracts;
using TestFlock.Core.History;

namespace TestFlock.Core.Resuming;

/// <summary>A run that was cut off, or left failures behind: what of it need not be run again.</summary>
/// <param name="Id">The run's.</param>
/// <param name="Tests">What was told of them; several that share all their names share a key.</param>
public sealed record EarlierRun(string Id, ILookup<TestKey, EarlierOutcome> Tests)
{
    /// <summary>
    /// Takes out of a plan what the earlier run has done. A unit is never split, so it is run again whole unless all of
    /// it was well.
    /// </summary>
    /// <param name="cases">By ordinal.</param>
    /// <param name="batches">All that the run would do.</param>
    public ResumedPlan Apply(IReadOnlyList<TestCase> cases, IReadOnlyList<Batch> batches)
    {
        var keys = cases.Select(TestKey.Of).ToArray();
        var asked = keys.CountBy(key => key).ToDictionary();
        bool IsDone(int ordinal)
        {
            var told = Tests[keys[ordinal]].ToArray();
            return told.Length >= asked[keys[ordinal]] && Array.TrueForAll(told, outcome => outcome.IsGood);
        }

        var left = new List<Batch>();
        var done = new Dictionary<int, TestResult>();
        foreach (var batch in batches)
        {
            var units = batch.Units.ToLookup(unit => unit.Attempts.All(attempt => IsDone(attempt.Id.Ordinal)));
            foreach (var attempt in units[true].SelectMany(unit => unit.Attempts))
                done[attempt.Id.Ordinal] = ResultOf(attempt.Case, Tests[keys[attempt.Id.Ordinal]].First());
            if (units[false].Any())
                left.Add(batch with { Units = [.. units[false]] });
        }

        return new ResumedPlan(left, done);
    }

    private TestResult ResultOf(TestCase test, EarlierOutcome earlier)
    {
        var story = $"TestFlock: {earlier.Outcome.ToString().ToLowerInvariant()} in run {Id}, which this one takes up; "
            + "not run again.";
        return new TestResult
        {
            Outcome = earlier.Outcome,
            DisplayName = test.DisplayName,
            ErrorMessage = earlier.Outcome == Outcome.Skipped ? story : null,
            Messages = [new ResultMessage { Category = ResultMessage.AdditionalInfo, Text = story }],
            Duration = earlier.Duration,
            StartTime = earlier.EndedAt - earlier.Duration,
            EndTime = earlier.EndedAt,
        };
    }
}
