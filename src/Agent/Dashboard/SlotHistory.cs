using TestFlock.Core.Overview;

namespace TestFlock.Agent.Dashboard;

/// <summary>What slots did, as far as one looked; bounded, the oldest make room. One writer, many readers.</summary>
internal sealed class SlotHistory
{
    private const int MostSpans = 20_000;

    private readonly Lock _gate = new();
    private readonly LinkedList<SlotSpan> _spans = new(); // guarded by _gate, by the version of their last change
    private readonly Dictionary<string, LinkedListNode<SlotSpan>> _open = []; // guarded by _gate; by slot
    private long _version; // guarded by _gate

    public void Take(IReadOnlyList<SlotWork> work, DateTimeOffset now)
    {
        lock (_gate)
        {
            _version++;
            var busy = new HashSet<string>(StringComparer.Ordinal);
            foreach (var item in work)
            {
                var slot = $"{item.Agent}/{item.Slot}";
                busy.Add(slot);
                Note(slot, item, now);
            }

            foreach (var slot in _open.Keys.Where(slot => !busy.Contains(slot)).ToArray())
                _open.Remove(slot);
            while (_spans.Count > MostSpans)
                _spans.RemoveFirst();
        }
    }

    /// <summary>Spans that began or grew after that version, and the version now.</summary>
    public (IReadOnlyList<SlotSpan> Spans, long Version) Since(long version)
    {
        lock (_gate)
        {
            var found = new List<SlotSpan>();
            for (var at = _spans.Last; at is not null && at.Value.Version > version; at = at.Previous)
                found.Add(at.Value);
            found.Reverse();
            return (found, _version);
        }
    }

    private void Note(string slot, SlotWork work, DateTimeOffset now)
    {
        var began = now - work.For;
        if (_open.TryGetValue(slot, out var known) && known.List is not null && known.Value.Run == work.Run.Value
            && known.Value.What == (work.What ?? "")
            && (known.Value.Began - began).Duration() < TimeSpan.FromSeconds(1))
        {
            _spans.Remove(known);
            _open[slot] = _spans.AddLast(known.Value with { Ended = now, Version = _version });
            return;
        }

        _open[slot] = _spans.AddLast(new SlotSpan(slot, work.Run.Value, work.What ?? "", began, now, _version));
    }
}
