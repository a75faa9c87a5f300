using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Matching;
using TestFlock.Core.Overview;
using TestFlock.Core.Reporting;

namespace TestFlock.Core.Runs.TakingBack;

/// <summary>
/// Decides what is asked back of which slots: what they have not begun, once nothing waits any more for slots that have
/// nothing to do.
/// </summary>
internal sealed class TakeBackJudge(RunPlan plan, RunBook book, OtherAgents others, RunRules rules, TimeProvider time)
{
    private IReadOnlyList<(AgentDescription Agent, CapabilitySet Offers)> _agents = [];
    private FlockOverview? _around;
    private int _slots;

    /// <summary>Whether the next look should be around, too, since there may be something to ask for.</summary>
    public bool WantsOverview() => !book.IsAnyWaiting && book.OpenBatches.Any(IsWorthAsking);

    public void Learn(Findings findings)
    {
        _agents =
        [
            .. findings.Agents.Where(agent => AgentProtocol.Understands(agent, plan.Manifest))
                .Select(agent => (agent, CapabilitySet.Of(agent))),
        ];
        _slots = findings.Agents.Sum(agent => agent.Slots);
        _around = findings.Overview ?? _around;
    }

    /// <param name="isAnew">
    /// Whether those that did not answer are asked again: a wish may have got lost, and slots of an older version never
    /// answer.
    /// </param>
    /// <returns>The batches whose slots are to be asked now; they count as asked.</returns>
    public IReadOnlyList<BatchId> Judge(bool isAnew)
    {
        // More batches than slots: most likely one of them waits, and it would be dear to look with every report.
        if (_around is null || (!isAnew && book.OpenBatches.Count >= _slots))
            return [];
        var worthy = book.OpenBatches.Where(open => (isAnew || open.TimesAsked == 0) && IsWorthAsking(open)).ToArray();
        if (worthy.Length == 0)
            return [];

        var free = FindFree(isAnew);
        var asked = worthy.OrderBy(open => open.TimesAsked).ThenByDescending(LeftOf)
            .Where(open => free.TryTake(open.Batch.Requirements)).ToArray();
        foreach (var open in asked)
            open.Ask();
        ShareAmongAll(asked, free);
        return [.. asked.Select(open => open.Batch.Id)];
    }

    // Round by round, so that none of the slots that are left over comes away with nothing.
    private void ShareAmongAll(IReadOnlyList<BatchProgress> asked, FreeSlots free)
    {
        var sharing = asked.ToList();
        while (sharing.Count > 0)
        {
            sharing.RemoveAll(
                open => open.Shares > book.UnbegunOf(open).Count() || !free.TryTake(open.Batch.Requirements));
            foreach (var open in sharing)
                open.Shares++;
        }
    }

    private FreeSlots FindFree(bool isAnew)
    {
        var open = book.OpenBatches;
        var willing = _agents.Where(of => !others.IsSick(of.Agent.Name)).ToArray();
        AttemptPlace[] busy = [.. open.Select(b => b.Place).OfType<AttemptPlace>().Distinct()];
        var free = new FreeSlots(plan, busy, willing, _around!);
        foreach (var waiting in open.Where(b => b.Place is null).GroupBy(b => b.Batch.Requirements))
        {
            for (var left = waiting.Count(); left > 0 && free.TryTake(waiting.Key); left--)
            {
                // Each takes one as soon as its agent has fetched it.
            }
        }

        // They wait for what was asked for a moment ago.
        foreach (var asked in open.Where(b => !isAnew && b is { TimesAsked: > 0, HasAnswered: false }))
        {
            for (var share = 1; share < asked.Shares; share++)
                free.TryTake(asked.Batch.Requirements);
        }

        return free;
    }

    // Little that goes on quickly is done before another slot has begun with it. But nobody knows how long what a slot
    // is silent about will take.
    private bool IsWorthAsking(BatchProgress open) =>
        open is { Place: not null, HasBegunTests: true, HasAnswered: false }
        && book.UnbegunOf(open).Any()
        && (time.GetElapsedTime(open.Heard) >= rules.WorthTakingBack || LeftOf(open) >= rules.WorthTakingBack);

    private TimeSpan LeftOf(BatchProgress open) =>
        book.Durations.Of(book.UnbegunOf(open).SelectMany(unit => unit.Attempts));
}
