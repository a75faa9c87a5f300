using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Matching;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Runs;

/// <summary>
/// Batches that no living agent can run: the user is told what is looked for, and after a time they fail with the
/// reason, run on his own machine, or go on waiting, as he chose.
/// </summary>
internal sealed class AgentSearch(
    RunPlan plan,
    RunBook book,
    RunEvents events,
    ReportFan reports,
    RunRules rules,
    LastResortUse lastResort,
    TimeProvider time)
{
    private readonly Dictionary<string, Search> _searches = []; // by requirements

    public async ValueTask JudgeAsync(IReadOnlyList<AgentDescription> agents, CancellationToken cancellationToken)
    {
        var offers = agents
            .Where(agent => AgentProtocol.Understands(agent, plan.Manifest))
            .Select(CapabilitySet.Of)
            .ToArray();
        foreach (var group in book.OpenBatches.GroupBy(b => b.Batch.Requirements).ToArray())
        {
            // What cannot be read here was refused when the run was planned.
            if (!RequirementSet.TryParse(group.Key, out var requirements, out _) || offers.Any(requirements.IsMetBy))
                _searches.Remove(group.Key);
            else if (!lastResort.Serves(group.Key))
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
        var reason = UnmetRequirements.Explain(requirements, agents, plan.Manifest);
        if (plan.WhenNoAgents != NoAgentsPolicy.Wait && lookedFor >= plan.AgentTimeout)
        {
            await GiveUpAsync(requirements, batches, $"{reason} Looked for {plan.AgentTimeout:c} (<Timeouts Agent>).",
                cancellationToken);
        }
        else if (lookedFor >= rules.TellOfSearchAfter && !search.IsTold)
        {
            search.IsTold = true;
            await NoteAsync($"{reason} {Outlook(batches.Count)}", cancellationToken);
        }
    }

    private async ValueTask GiveUpAsync(
        RequirementSet requirements,
        IReadOnlyList<BatchProgress> batches,
        string reason,
        CancellationToken cancellationToken)
    {
        if (plan.WhenNoAgents != NoAgentsPolicy.Local)
            await events.EndAsync(batches, AttemptEnd.NoAgent, reason, cancellationToken);
        else if (lastResort.TryServe(requirements, out var whyNot))
            await NoteAsync($"{reason} {batches.Count} batches run on this machine instead (<WhenNoAgents> local).",
                cancellationToken);
        else
            await events.EndAsync(batches, AttemptEnd.NoAgent, $"{reason} {whyNot}".TrimEnd(), cancellationToken);
    }

    private ValueTask NoteAsync(string text, CancellationToken cancellationToken) =>
        reports.TellAsync(new NoteMade(NoteLevel.Warning, text), cancellationToken);

    private string Outlook(int batches) => plan.WhenNoAgents switch
    {
        NoAgentsPolicy.Fail => $"{batches} batches wait; they fail when none is found within {plan.AgentTimeout:c}.",
        NoAgentsPolicy.Local =>
            $"{batches} batches wait; they run on this machine when none is found within {plan.AgentTimeout:c}.",
        _ => $"{batches} batches wait until one is there.",
    };

    private sealed class Search(long since)
    {
        public long Since => since;

        public bool IsTold { get; set; }
    }
}
