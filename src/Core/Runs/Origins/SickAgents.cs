using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using TestFlock.Core.Reporting;

namespace TestFlock.Core.Runs.Origins;

/// <summary>
/// Finds agents whose tests fail one after the other while the same tests pass elsewhere. That several of its failures
/// were passes on another machine is the proof; a row of failures alone may be the tests' own fault.
/// </summary>
internal sealed class SickAgents(RunRules rules)
{
    private readonly Dictionary<string, AgentRecord> _records = [];
    private readonly HashSet<string> _sick = [];

    /// <summary>By name.</summary>
    public IReadOnlySet<string> All => _sick;

    /// <summary>Takes one end of an attempt, and says whether it made plain that an agent is sick.</summary>
    /// <param name="attempt">The test's own end.</param>
    /// <param name="hasFailed">Whether it failed.</param>
    /// <param name="finding">Told once for each agent.</param>
    public bool TryFind(FinishedAttempt attempt, bool hasFailed, [NotNullWhen(true)] out SickAgent? finding)
    {
        finding = null;
        var agent = attempt.Place.Agent;
        if (agent.Length == 0 || _sick.Contains(agent))
            return false;
        RecordOf(agent).Take(attempt.Id.Ordinal, hasFailed);
        if (hasFailed)
            return TryFind(agent, out finding);
        foreach (var (other, record) in _records)
        {
            if (other == agent)
                continue;
            record.TakePassElsewhere(attempt.Id.Ordinal);
            if (TryFind(other, out finding))
                return true;
        }

        return false;
    }

    private bool TryFind(string agent, [NotNullWhen(true)] out SickAgent? finding)
    {
        finding = null;
        var record = RecordOf(agent);
        if (record.Streak < rules.SickAfterFailures || record.PassedElsewhere < rules.SickAfterPassesElsewhere
            || !_sick.Add(agent))
            return false;
        finding = new SickAgent(agent, [.. record.Failed], string.Create(
            CultureInfo.InvariantCulture,
            $"{agent} takes no more tests of this run: its last {record.Streak} tests all failed, and "
            + $"{record.PassedElsewhere} of them have passed on other agents since. What failed there is run again "
            + $"elsewhere. Look at that machine: what do those tests need that it lacks?"));
        return true;
    }

    private AgentRecord RecordOf(string agent)
    {
        if (!_records.TryGetValue(agent, out var record))
            _records[agent] = record = new AgentRecord();
        return record;
    }
}

/// <param name="Name">The agent.</param>
/// <param name="Failed">The tests that failed there, by ordinal.</param>
/// <param name="Reason">For the user.</param>
internal sealed record SickAgent(string Name, IReadOnlyList<int> Failed, string Reason);
