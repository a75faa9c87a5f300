using TestFlock.Core.Scaling;

namespace TestFlock.Core.Runs.Progress;

/// <summary>How many slots a run could use, for whoever can start agents.</summary>
/// <param name="capacity">What its environment bears at once; null: no limit.</param>
internal sealed class SlotDemand(int? capacity)
{
    /// <summary>An agent takes about so long to come; who brings a run's end nearer than this comes too late.</summary>
    private static readonly TimeSpan WorthAnAgent = TimeSpan.FromMinutes(1);

    public static int CountBusy(IEnumerable<BatchProgress> open) =>
        open.Select(b => b.Place).OfType<object>().Distinct().Count();

    /// <param name="open">Batches that have not ended.</param>
    /// <param name="forecast">What is known of their durations.</param>
    /// <param name="now">By the coordinator's clock.</param>
    /// <returns>By requirements, in their order; never less than are busy.</returns>
    public IReadOnlyList<WantedSlots> Of(IEnumerable<BatchProgress> open, Forecast forecast, DateTimeOffset now)
    {
        var left = capacity ?? int.MaxValue;
        var wanted = new List<WantedSlots>();
        foreach (var set in open.GroupBy(b => b.Batch.Requirements).OrderBy(set => set.Key, StringComparer.Ordinal))
        {
            var predicted = forecast.SlotsFor([.. set.Select(b => b.Remaining(now))], WorthAnAgent);
            var slots = Math.Min(left, Math.Max(predicted, CountBusy(set)));
            left -= slots;
            if (slots > 0)
                wanted.Add(new WantedSlots(set.Key, slots));
        }

        return wanted;
    }
}
