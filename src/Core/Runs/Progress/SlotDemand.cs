using TestFlock.Core.Reporting;
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
        var sets = new SortedDictionary<string, OpenSet>(StringComparer.Ordinal);
        OpenSet? set = null;
        foreach (var batch in open)
        {
            var requirements = batch.Batch.Requirements;
            if (set?.Requirements != requirements && !sets.TryGetValue(requirements, out set))
                sets.Add(requirements, set = new OpenSet(requirements, forecast));
            set!.Add(batch, now);
        }

        var left = capacity ?? int.MaxValue;
        var wanted = new List<WantedSlots>();
        foreach (var each in sets.Values)
        {
            var slots = Math.Min(left, Math.Max(each.Rest.SlotsFor(WorthAnAgent), each.Busy));
            left -= slots;
            if (slots > 0)
                wanted.Add(new WantedSlots(each.Requirements, slots));
        }

        return wanted;
    }

    /// <summary>What is open of one set of requirements.</summary>
    private sealed class OpenSet(string requirements, Forecast forecast)
    {
        private readonly HashSet<AttemptPlace> _places = [];

        public string Requirements => requirements;

        public int Busy => _places.Count;

        public Rest Rest { get; } = new(forecast);

        public void Add(BatchProgress batch, DateTimeOffset now)
        {
            Rest.Add(batch.Remaining(now));
            if (batch.Place is { } place)
                _places.Add(place);
        }
    }
}
