using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Allure.Surroundings;

/// <summary>What happened to the run itself: who took part, what was noted, which agents were lost.</summary>
internal sealed class RunStory
{
    private readonly SortedDictionary<string, SortedSet<int>> _slots = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _lost = new(StringComparer.Ordinal);
    private readonly List<NoteMade> _notes = [];
    private readonly List<(AttemptPlace Before, AttemptPlace After)> _takenOver = [];

    public RunManifest? Manifest { get; private set; }

    public IEnumerable<string> Agents => _slots.Keys;

    public int Slots => _slots.Values.Sum(slots => slots.Count);

    public IReadOnlyList<NoteMade> Notes => _notes;

    /// <summary>Batches that one began and another had to begin again.</summary>
    public IReadOnlyList<(AttemptPlace Before, AttemptPlace After)> TakenOver => _takenOver;

    /// <summary>By name, how many attempts of theirs never ended; the empty name for those that no agent had.</summary>
    public IReadOnlyDictionary<string, int> Lost => _lost;

    public void Take(RunEvent runEvent)
    {
        switch (runEvent)
        {
            case RunBegan began:
                Manifest = began.Manifest;
                break;
            case BatchTaken taken:
                if (!_slots.TryGetValue(taken.Place.Agent, out var slots))
                    _slots[taken.Place.Agent] = slots = [];
                slots.Add(taken.Place.Slot);
                if (taken.Before is { } before)
                    _takenOver.Add((before, taken.Place));
                break;
            case AttemptFinished { Attempt: { End: AttemptEnd.AgentLost or AttemptEnd.NoAgent } attempt }:
                _lost[attempt.Place.Agent] = _lost.GetValueOrDefault(attempt.Place.Agent) + 1;
                break;
            case NoteMade note:
                _notes.Add(note);
                break;
        }
    }
}
