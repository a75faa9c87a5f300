using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Matching;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Runs;

/// <summary>
/// Batches that no living agent can run: the user is told what is looked for, and after a time they fail with the reason, or go on
/// waiting, as he chose.
/// </summary>
internal sealed class AgentSearch(
    RunPlan plan, RunBook book, RunEvents events, ReportFan reports, RunRules rules, TimeProvider time)
{
    private readonly Dictionary<string, Search> _searches = []; // by requirements

    public async ValueTask JudgeAsync(IReadOnlyList<AgentDescription> agents, CancellationToken cancellationToken)
    {
        var offers = agents.Select(a => new CapabilitySet(a.Capabilities)).ToArray();
        foreach (var group in book.OpenBatches.GroupBy(b => b.Batch.Requirements).ToArray())
        {
            // What cannot be read here was refused when the run was planned.
            if (!RequirementSet.TryParse(group.Key, out var requirements, out _) || offers.Any(requirements.IsMetBy))
                _searches.Remove(group.Key);
            else
                await LookForAsync(requirements, [.. group], agents, cancellationToken);
        }
    }

    private async ValueTask LookForAsync(
        RequirementSet requirements,
        IReadOnlyList<BatchProgress> batches,
        IReadOnlyList<AgentDescription> agents,
        CancellationToken cancellationToken)
    {
        if (!_searches.TryGetValue(batches[0].Batch.Requirements, out var search))
            _searches.Add(batches[0].Batch.Requirements, search = new Search(time.GetTimestamp()));
        var lookedFor = time.GetElapsedTime(search.Since);
        var reason = UnmetRequirements.Explain(requirements, agents);
        if (plan.WhenNoAgents == NoAgentsPolicy.Fail && lookedFor >= plan.AgentTimeout)
        {
            await events.EndAsync(
                batches, AttemptEnd.NoAgent, $"{reason} Looked for {plan.AgentTimeout:c} (<Timeouts Agent>).", cancellationToken);
        }
        else if (lookedFor >= rules.TellOfSearchAfter && !search.IsTold)
        {
            search.IsTold = true;
            await reports.TellAsync(new NoteMade(NoteLevel.Warning, $"{reason} {Outlook(batches.Count)}"), cancellationToken);
        }
    }

    private string Outlook(int batches) => plan.WhenNoAgents == NoAgentsPolicy.Fail
        ? $"{batches} batches wait; they fail when none is found within {plan.AgentTimeout:c}."
        : $"{batches} batches wait until one is there.";

    private sealed class Search(long since)
    {
        public long Since => since;

        public bool IsTold { get; set; }
    }
}
