namespace TestFlock.Core.Runs.Origins;

/// <summary>What one agent has made of the run's tests so far.</summary>
internal sealed class AgentRecord
{
    private readonly List<int> _streak = []; // ordinals that failed since the last pass
    private readonly HashSet<int> _passedElsewhere = [];

    /// <summary>Tests that failed one after the other, up to now.</summary>
    public int Streak => _streak.Count;

    /// <summary>How many of those have passed on another agent since.</summary>
    public int PassedElsewhere => _passedElsewhere.Count;

    /// <summary>Those tests' ordinals.</summary>
    public IReadOnlyList<int> Failed => _streak;

    public void Take(int ordinal, bool hasFailed)
    {
        if (hasFailed)
        {
            _streak.Add(ordinal);
            return;
        }

        _streak.Clear();
        _passedElsewhere.Clear();
    }

    public void TakePassElsewhere(int ordinal)
    {
        if (_streak.Contains(ordinal))
            _passedElsewhere.Add(ordinal);
    }
}
