using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Overview;
using TestFlock.Core.Reporting;
using TestFlock.Core.Runs;
using TestFlock.Core.Runs.TakingBack;
using TestFlock.Core.Tests.Runs.Support;
using TestFlock.Testing;

namespace TestFlock.Core.Tests.Runs;

public sealed class TakeBackJudgeTests
{
    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(1, 0)] // no slot has nothing to do
    [InlineData(2, 1)]
    public void Judge_of_a_silent_slot_asks_it_when_another_is_free(int slots, int asked) =>
        Judge(slots).Count.ShouldBe(asked);

    [Theory]
    [InlineData("", 2, 0)] // the free slot takes that batch itself
    [InlineData("", 3, 1)]
    [InlineData("agent=bert", 2, 1)] // a batch that no slot of these may have
    public void Judge_leaves_free_slots_to_batches_that_wait(string requirements, int slots, int asked) =>
        Judge(slots, Batch("waiting", 2) with { Requirements = requirements }).Count.ShouldBe(asked);

    [Fact]
    public void Judge_of_a_slot_that_has_just_spoken_asks_nothing()
    {
        var (book, judge) = Begin(2);
        book.FindOpen(new BatchId("slow"))!.Heard = _time.GetTimestamp();

        judge.Judge(isAnew: true).ShouldBeEmpty();
    }

    private IReadOnlyList<BatchId> Judge(int slots, params Batch[] waiting) =>
        Begin(slots, waiting).Judge.Judge(isAnew: true);

    /// <summary>One slot has two tests of two classes in hand, and has been silent for two seconds.</summary>
    private (RunBook Book, TakeBackJudge Judge) Begin(int slots, params Batch[] waiting)
    {
        var plan = Plans.Of(environment: null, [Batch("slow", 0, 1), .. waiting]);
        var others = new OtherAgents(plan);
        var book = new RunBook(plan, others);
        var judge = new TakeBackJudge(plan, book, others, new RunRules(), _time);
        AgentDescription[] living = [Plans.Agent("anna", slots)];
        judge.Learn(new Findings(new HashSet<BatchId>(), living, new FlockOverview()));
        var slow = book.FindOpen(new BatchId("slow"))!;
        slow.Begin(Guid.NewGuid(), new AttemptPlace("anna", 1), _time.GetUtcNow());
        (slow.HasBegunTests, slow.Heard) = (true, _time.GetTimestamp());
        _time.Advance(TimeSpan.FromSeconds(2));
        return (book, judge);
    }

    private static Batch Batch(string id, params int[] ordinals) => new()
    {
        Run = Plans.Run,
        Id = new BatchId(id),
        Units = [.. ordinals.Select(ordinal => Plans.UnitOf(ordinal, $"Class{ordinal}"))],
    };
}
