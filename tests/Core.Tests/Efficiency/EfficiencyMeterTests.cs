using TestFlock.Contracts;
using TestFlock.Core.Efficiency;
using TestFlock.Core.Progress;
using TestFlock.Core.Reporting;
using TestFlock.Core.Tests.Planning;
using TestFlock.Testing;

namespace TestFlock.Core.Tests.Efficiency;

public class EfficiencyMeterTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly AttemptPlace First = new("agent-1", 1);
    private static readonly AttemptPlace Second = new("agent-1", 2);

    private readonly EfficiencyMeter _meter = new();

    [Fact]
    public void Take_twoSlots_tellsTheSharesOfTheirTime()
    {
        var run = Run(
            new BatchTaken(First, At(0)),
            new BatchTaken(Second, At(0)),
            Finished(0, First, ended: 4, took: 3),
            new BatchTaken(First, At(6)),
            Finished(1, First, ended: 10, took: 2),
            Finished(2, Second, ended: 5, took: 5));

        run.Slots.ShouldBe(2);
        run.Wall.ShouldBe(Seconds(10));
        run.Held.ShouldBe(Seconds(4 + 4 + 5));
        run.Tested.ShouldBe(Seconds(10));
        run.HeldShare.ShouldBe(13.0 / 20, 0.001);
        run.TestedShare.ShouldBe(0.5, 0.001);
        run.Bound.ShouldBe(EfficiencyBound.LongestTest);
    }

    [Fact]
    public void Take_batchAgainOnTheSameSlot_doesNotCountThePauseBetween()
    {
        var run = Run(
            new BatchTaken(First, At(0)), Finished(0, First, ended: 1, took: 1),
            new BatchTaken(First, At(8)), Finished(1, First, ended: 10, took: 2));

        run.Held.ShouldBe(Seconds(3));
    }

    [Fact]
    public void Take_manyTests_keepsTheFiveLongest_longestFirst()
    {
        var run = Run([.. Enumerable.Range(0, 9).Select(i => Finished(i, First, ended: 10, took: (i * 4) % 9))]);

        run.Longest.Select(test => test.Duration.TotalSeconds).ShouldBe([8, 7, 6, 5, 4]);
    }

    [Fact]
    public void Take_evenTests_areBoundByTheSlots()
    {
        var run = Run(Finished(0, First, 4, 4), Finished(1, First, 8, 4), Finished(2, Second, 4, 4));

        run.Bound.ShouldBe(EfficiencyBound.Slots);
        run.Shortest.ShouldBe(Seconds(6));
    }

    [Fact]
    public void Take_runWithoutTests_hasNoShares()
    {
        var run = Run();

        run.HeldShare.ShouldBe(0);
        run.FirstTestAfter.ShouldBeNull();
        EfficiencyText.Of(run).ShouldStartWith("TestFlock: 9 tests in 10.00 s on 0 slots.");
    }

    [Fact]
    public void Text_namesTheLongestAndTheBound()
    {
        var text = EfficiencyText.Of(
            Run(new AttemptBegan(new AttemptId(0, 1), First, At(1.5)), Finished(0, First, 9, 8)));

        text.ShouldBe(
            """
            TestFlock: 9 tests in 10.00 s on 1 slot.
              slots: 0 % busy, 80 % in tests
              first test began after 1.50 s; slots began batches for 0.00 s in all
                 8.00 s  N.T.Test0 (agent-1, slot 1)
              bound by the longest test: with any number of slots 8.00 s, unless it is split or made faster
            """,
            StringCompareShould.IgnoreLineEndings);
    }

    [Fact]
    public void Take_begin_of_a_batch_counts_until_its_first_test()
    {
        var run = Run(
            new BatchTaken(First, At(0)), Began(0, At(2)), Finished(0, First, 3, 1),
            Began(1, At(4)), Finished(1, First, 5, 1),
            new BatchTaken(First, At(6)), Began(2, At(6.5)), Finished(2, First, 7, 0.5));

        run.Starting.ShouldBe(Seconds(2.5));
    }

    [Fact]
    public void Take_waits_count_from_one_look_to_the_next()
    {
        var run = Run(
            Looked(2, WaitKind.Agents), Looked(4, null), Looked(6, WaitKind.Capacity), Looked(9, WaitKind.Capacity));

        run.Waited.ShouldBe(
            new Dictionary<WaitKind, TimeSpan>
            {
                [WaitKind.Agents] = Seconds(2),
                [WaitKind.Capacity] = Seconds(5),
            },
            ignoreOrder: true);
        EfficiencyText.Of(run).ShouldContain("waited for capacity 5.00 s, agents 2.00 s");
    }

    [Fact]
    public void Take_full_environment_bounds_the_run_by_what_it_bears()
    {
        var meter = new EfficiencyMeter(capacity: 1);

        var run = Run(
            meter, Finished(0, First, 4, 4), Looked(5, WaitKind.Capacity), Finished(1, Second, 8, 4));

        (run.Bound, run.Shortest).ShouldBe((EfficiencyBound.Capacity, Seconds(8)));
        EfficiencyText.Of(run).ShouldContain("bound by the environment's capacity of 1");
    }

    [Fact]
    public void Take_pass_after_a_failure_is_a_flaky_test()
    {
        var run = Run(
            Finished(0, First, 1, 1, Outcome.Failed), Finished(1, First, 2, 1, Outcome.Failed),
            Finished(2, First, 3, 1), Finished(0, First, 4, 1, number: 2),
            new CaseFinished(0, Outcome.Passed), new CaseFinished(1, Outcome.Failed), new CaseFinished(2, Outcome.Passed));

        run.Flaky.ShouldBe([new FlakyTest("N.T.Test0", 2)]);
    }

    private RunEfficiency Run(params RunEvent[] events) => Run(_meter, events);

    private static RunEfficiency Run(EfficiencyMeter meter, params RunEvent[] events)
    {
        var cases = Enumerable.Range(0, 9).Select(i => TestCases.Xunit("N.T", $"Test{i}")).ToArray();
        meter.Take(new RunBegan(Manifests.Plain, cases, Start)).ShouldBeNull();
        foreach (var runEvent in events)
            meter.Take(runEvent).ShouldBeNull();
        return meter.Take(new RunFinished(false, At(10))).ShouldNotBeNull();
    }

    private static AttemptBegan Began(int ordinal, DateTimeOffset at) => new(new AttemptId(ordinal, 1), First, at);

    private static ProgressMade Looked(double seconds, WaitKind? kind) => new(
        new RunProgress
        {
            Total = 9,
            Done = 0,
            Failed = 0,
            Flaky = 0,
            SlotsBusy = 0,
            WaitsFor = kind is { } known ? new WaitReason(known, "") : null,
        },
        At(seconds));

    private static AttemptFinished Finished(int ordinal, AttemptPlace place, double ended, double took, Outcome outcome = Outcome.Passed, int number = 1) =>
        new(new FinishedAttempt
    {
        Id = new AttemptId(ordinal, number),
        Place = place,
        End = AttemptEnd.Completed,
        Ended = At(ended),
        Results = [new TestResult { Outcome = outcome, Duration = Seconds(took) }],
    });

    private static DateTimeOffset At(double seconds) => Start + Seconds(seconds);

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
