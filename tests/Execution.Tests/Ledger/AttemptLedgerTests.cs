using FsCheck;
using FsCheck.Fluent;
using TestFlock.Contracts;
using TestFlock.Execution.Ledger;

namespace TestFlock.Execution.Tests.Ledger;

public sealed class AttemptLedgerTests
{
    private static readonly Guid One = Guid.NewGuid();

    [Fact]
    public void Start_unknown_case_is_nobodys()
    {
        var ledger = Ledger(One);

        ledger.Start(Guid.NewGuid()).ShouldBeNull();
        ledger.AddResult(Guid.NewGuid(), "x").ShouldBeNull();
        ledger.End(Guid.NewGuid()).ShouldBeNull();
    }

    [Fact]
    public void AddResult_several_for_one_case_all_belong_to_it()
    {
        var ledger = Ledger(One);
        ledger.Start(One);

        ledger.AddResult(One, "row 1").ShouldBe(ledger.Entries[0]);
        ledger.AddResult(One, "row 2").ShouldBe(ledger.Entries[0]);
    }

    [Fact]
    public void AddResult_cases_of_one_id_prefers_the_name()
    {
        var ledger = new AttemptLedger([Attempt(0, One, "a"), Attempt(1, One, "b")]);

        ledger.AddResult(One, "b")!.Id.Ordinal.ShouldBe(1);
        ledger.AddResult(One, "a")!.Id.Ordinal.ShouldBe(0);
    }

    [Fact]
    public void AddResult_cases_of_one_id_and_name_gives_each_one_before_any_gets_two()
    {
        var ledger = Ledger(One, One);

        ledger.AddResult(One, "same");
        ledger.AddResult(One, "same");

        ledger.Entries.ShouldAllBe(e => e.Results == 1);
    }

    [Fact]
    public void IsReported_result_before_the_end_waits_for_the_end()
    {
        var ledger = Ledger(One);
        ledger.Start(One);
        ledger.AddResult(One, null);
        ledger.Entries[0].IsReported.ShouldBeFalse();

        ledger.End(One);

        ledger.Entries[0].IsReported.ShouldBeTrue();
    }

    [Fact]
    public void Settled_entry_takes_nothing_more()
    {
        var ledger = Ledger(One);
        ledger.Entries[0].Settle(AttemptEnd.Completed);

        ledger.Start(One).ShouldBeNull();
        ledger.AddResult(One, null).ShouldBeNull();
        ledger.Unsettled.ShouldBeEmpty();
    }

    /// <summary>
    /// However ids repeat and frameworks order their words, what was done as often as it was asked is reported.
    /// </summary>
    [Fact]
    public void IsReported_every_case_told_once_is_true_for_all()
    {
        var runs = Gen.Choose(0, 3).ListOf().SelectMany(
            ids => Gen.Shuffle(ids.ToArray()).Select(order => (Asked: ids.ToArray(), Told: order)));
        Prop.ForAll(
            runs.ToArbitrary(),
            run =>
            {
                var guids = Enumerable.Range(0, 4).Select(_ => Guid.NewGuid()).ToArray();
                var ledger = Ledger([.. run.Asked.Select(i => guids[i])]);
                foreach (var id in run.Told.Select(i => guids[i]))
                {
                    ledger.Start(id);
                    ledger.End(id);
                    ledger.AddResult(id, "same");
                }

                return ledger.Entries.All(e => e.IsReported && e.Results == 1);
            }).QuickCheckThrowOnFailure();
    }

    private static AttemptLedger Ledger(params Guid[] ids) => new(ids.Select((id, i) => Attempt(i, id, "same")));

    private static RequestedAttempt Attempt(int ordinal, Guid id, string name) => new()
    {
        Id = new AttemptId(ordinal, 1),
        Case = new TestCase
        {
            Id = id,
            FullyQualifiedName = name,
            DisplayName = name,
            Source = "/a.dll",
            ExecutorUri = "executor://any",
        },
    };
}
