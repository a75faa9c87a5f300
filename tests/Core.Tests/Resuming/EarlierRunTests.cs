using TestFlock.Contracts;
using TestFlock.Core.History;
using TestFlock.Core.Resuming;
using TestFlock.Core.Tests.Planning;

namespace TestFlock.Core.Tests.Resuming;

public sealed class EarlierRunTests
{
    private readonly TestCase[] _cases = [.. "abcd".Select(name => TestCases.NUnit($"Shop.{name}"))];

    [Fact]
    public void Apply_keeps_what_failed_was_lost_or_never_ran()
    {
        var plan = Earlier((0, Outcome.Passed), (1, Outcome.Failed), (2, Outcome.Skipped))
            .Apply(_cases, [Batch([0], [1], [2], [3])]);

        OrdinalsOf(plan).ShouldBe([1, 3]);
        plan.Done.Keys.ShouldBe([0, 2]);
        plan.Done[0].Outcome.ShouldBe(Outcome.Passed);
        plan.Done[0].Messages.ShouldHaveSingleItem().Text.ShouldBe(
            "TestFlock: passed in run r1, which this one takes up; not run again.");
    }

    [Fact]
    public void Apply_never_splits_a_unit()
    {
        var plan = Earlier((0, Outcome.Passed), (1, Outcome.Failed), (2, Outcome.Passed), (3, Outcome.Passed))
            .Apply(_cases, [Batch([0, 1], [2, 3])]);

        OrdinalsOf(plan).ShouldBe([0, 1]);
        plan.Done.Keys.ShouldBe([2, 3]);
    }

    [Fact]
    public void Apply_leaves_out_batches_with_nothing_to_do()
    {
        var plan = Earlier((0, Outcome.Passed), (1, Outcome.Passed)).Apply(_cases, [Batch([0], [1]), Batch([2], [3])]);

        plan.Batches.ShouldHaveSingleItem();
    }

    [Fact]
    public void Apply_of_tests_that_share_all_names_all_must_have_passed()
    {
        TestCase[] same = [_cases[0], _cases[0] with { Id = Guid.NewGuid() }];

        Earlier((0, Outcome.Passed)).Apply(same, [Batch([0], [1])]).Done.ShouldBeEmpty();
        Earlier((0, Outcome.Passed), (0, Outcome.Passed)).Apply(same, [Batch([0], [1])]).Done.Count.ShouldBe(2);
        Earlier((0, Outcome.Passed), (0, Outcome.Failed)).Apply(same, [Batch([0], [1])]).Done.ShouldBeEmpty();
    }

    private EarlierRun Earlier(params (int Ordinal, Outcome Outcome)[] told) => new("r1", told.ToLookup(
        test => TestKey.Of(_cases[test.Ordinal]),
        test => new EarlierOutcome(test.Outcome, TimeSpan.FromSeconds(1), DateTimeOffset.UnixEpoch)));

    private Batch Batch(params int[][] units) => new()
    {
        Run = new RunId("r2"),
        Id = new BatchId(Guid.NewGuid().ToString("N")),
        Units =
        [
            .. units.Select(unit => new Unit
            {
                Name = "unit",
                Attempts =
                [
                    .. unit.Select(ordinal => new RequestedAttempt
                    {
                        Id = new AttemptId(ordinal, 1),
                        Case = _cases[ordinal],
                    }),
                ],
            }),
        ],
    };

    private static IEnumerable<int> OrdinalsOf(ResumedPlan plan) => plan.Batches.SelectMany(batch => batch.Units)
        .SelectMany(unit => unit.Attempts).Select(attempt => attempt.Id.Ordinal);
}
