using TestFlock.Core.Overview;

namespace TestFlock.Core.Scaling;

/// <summary>How many slots all runs together want: what each says, within what environments bear.</summary>
public static class FlockDemand
{
    /// <summary>One for each set of requirements, in their order.</summary>
    public static IReadOnlyList<WantedSlots> Of(FlockOverview overview)
    {
        var room = overview.Environments.ToDictionary(e => e.Name, e => RoomOf(e, overview), StringComparer.Ordinal);
        var total = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var run in overview.Runs.Where(run => !run.IsStopping))
        {
            foreach (var (requirements, wanted) in OfRun(run))
            {
                var slots = wanted;
                if (room.TryGetValue(run.Environment, out var left))
                {
                    slots = Math.Min(wanted, left);
                    room[run.Environment] = left - slots;
                }

                if (slots > 0)
                    total[requirements] = total.GetValueOrDefault(requirements) + slots;
            }
        }

        return [.. total.Select(set => new WantedSlots(set.Key, set.Value))];
    }

    // A run that has not told yet has just begun: nothing of it runs, and all of it waits.
    private static IEnumerable<WantedSlots> OfRun(RunState run) =>
        run.Progress?.Wanted ?? run.Waiting.Select(set => new WantedSlots(set.Key, set.Value));

    /// <summary>What agents that were lost may still hold is no room.</summary>
    private static int RoomOf(EnvironmentState environment, FlockOverview overview)
    {
        var unheard = environment.Held - overview.Work.Count(work => work.Environment == environment.Name);
        return environment.Capacity is { } capacity
            ? Math.Max(0, capacity - Math.Max(0, unheard))
            : int.MaxValue;
    }
}
