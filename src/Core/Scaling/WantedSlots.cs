using TestFlock.Core.Overview;

namespace TestFlock.Core.Scaling;

/// <summary>
/// How many slots all runs together could use now: those that are busy, and one for each batch that waits, but no more
/// than its environment bears. Not by how long tests take: who may start agents decides what haste is worth.
/// </summary>
/// <param name="Requirements">In canonical form; empty: any agent will do.</param>
/// <param name="Slots">At least 1.</param>
public sealed record WantedSlots(string Requirements, int Slots)
{
    /// <summary>What waits, for each set of requirements.</summary>
    public static IReadOnlyList<WantedSlots> Waiting(FlockOverview overview)
    {
        var room = overview.Environments.ToDictionary(
            environment => environment.Name,
            environment => Math.Max(0, (environment.Capacity ?? int.MaxValue) - environment.Held),
            StringComparer.Ordinal);
        var wanted = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (run, requirements, batches) in overview.Runs.Where(run => !run.IsStopping)
            .SelectMany(run => run.Waiting.Select(waiting => (run, waiting.Key, waiting.Value))))
        {
            var slots = batches;
            if (room.TryGetValue(run.Environment, out var left))
            {
                slots = Math.Min(batches, left);
                room[run.Environment] = left - slots;
            }

            if (slots > 0)
                wanted[requirements] = wanted.GetValueOrDefault(requirements) + slots;
        }

        return [.. wanted.Select(set => new WantedSlots(set.Key, set.Value))];
    }

    /// <summary>Those that wait and those that are busy.</summary>
    public static int Total(FlockOverview overview) =>
        overview.Work.Count + Waiting(overview).Sum(wanted => wanted.Slots);
}
