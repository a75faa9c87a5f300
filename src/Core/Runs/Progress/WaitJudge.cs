using System.Globalization;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Matching;
using TestFlock.Core.Overview;
using TestFlock.Core.Progress;

namespace TestFlock.Core.Runs.Progress;

/// <summary>Finds out why batches of a run that could be running are not.</summary>
/// <param name="plan">The run.</param>
/// <param name="isServedHere">Whether the caller's own machine runs what requires this, in canonical form.</param>
internal sealed class WaitJudge(RunPlan plan, Func<string, bool> isServedHere)
{
    private const int MostNames = 3;

    /// <returns>Null when what can run, runs.</returns>
    public WaitReason? Judge(IReadOnlyCollection<BatchProgress> open, FlockOverview overview, TimeSpan quiet)
    {
        var waiting = open.Where(b => b.Place is null).ToArray();
        var trouble = FindTrouble(open);
        if (waiting.Length == 0)
            return trouble ?? FindPreparation(open, quiet);
        return trouble
            ?? FindMissingAgent(waiting, overview)
            ?? FindFullEnvironment(overview)
            ?? FindOtherRuns(waiting, overview)
            ?? (open.Count > waiting.Length ? FindPreparation(open, quiet) : FindFetching(waiting, overview, quiet));
    }

    // An agent that fails keeps the batch for a pause, so it is not only those in queues that are troubled.
    private static WaitReason? FindTrouble(IReadOnlyCollection<BatchProgress> open)
    {
        var troubled = open.FirstOrDefault(b => b is { LastFailure: not null, HasBegunTests: false });
        return troubled is null
            ? null
            : WaitReason.Of(
                WaitKind.Trouble, $"another try of '{troubled.Batch.Units[0].Name}': {troubled.LastFailure}");
    }

    private WaitReason? FindMissingAgent(IReadOnlyList<BatchProgress> waiting, FlockOverview overview)
    {
        foreach (var group in waiting.GroupBy(b => b.Batch.Requirements))
        {
            if (isServedHere(group.Key) || !RequirementSet.TryParse(group.Key, out var requirements, out _))
                continue;
            var fitting = Fitting(requirements, overview).ToArray();
            if (Array.Exists(fitting, agent => !agent.IsDraining))
                continue;
            var why = fitting.Length > 0
                ? $"{Names(fitting.Select(a => a.Description.Name))} could, but takes nothing new and leaves (drain)"
                : UnmetRequirements.Explain(
                    requirements, [.. overview.Agents.Select(a => a.Description)], plan.Manifest);
            return WaitReason.Of(WaitKind.Agents, $"agents for {Batches(group.Count())}: {why}");
        }

        return null;
    }

    private WaitReason? FindFullEnvironment(FlockOverview overview)
    {
        if (plan.Share.Environment is not { } wanted)
            return null;
        if (overview.Environments.FirstOrDefault(e => e.Name == wanted.Name) is not { IsFull: true } environment)
            return null;
        var holders = overview.Work.Where(w => w.Environment == wanted.Name).ToArray();
        var told = holders.GroupBy(w => w.Run).Select(group => $"{RunName(group.Key, overview)} {group.Count()}");
        var lost = environment.Held - holders.Length;
        var unheard = lost > 0 ? [Text($"agents that are not heard of {lost}")] : Array.Empty<string>();
        return WaitReason.Of(
            WaitKind.Capacity,
            Text($"capacity of environment '{wanted.Name}': {environment.Held} of {environment.Capacity} held, by ")
                + Names([.. told, .. unheard]));
    }

    private WaitReason? FindOtherRuns(IReadOnlyList<BatchProgress> waiting, FlockOverview overview)
    {
        if (overview.WaitingForMachine > 0)
            return WaitReason.Of(WaitKind.OtherRuns, "slots of this machine, which other runs on it hold");
        var fitting = FittingFor(waiting, overview);
        var names = fitting.Select(agent => agent.Name).ToHashSet(StringComparer.Ordinal);
        var busy = overview.Work.Where(work => names.Contains(work.Agent)).ToArray();
        var others = busy.Where(work => work.Run != plan.Manifest.Run).GroupBy(work => work.Run).ToArray();
        if (others.Length == 0 || busy.Length < fitting.Sum(agent => agent.Slots))
            return null;
        var told = others.OrderByDescending(group => group.Count())
            .Select(group => Text($"{RunName(group.Key, overview)} {group.Count()}"));
        return WaitReason.Of(
            WaitKind.OtherRuns,
            Text($"other runs: all {busy.Length} slots that could run its tests are busy, with {Names([.. told])}"));
    }

    /// <summary>Slots have the run's batches in hand, and none of its tests has begun.</summary>
    private WaitReason? FindPreparation(IReadOnlyCollection<BatchProgress> open, TimeSpan quiet)
    {
        var taken = open.Where(b => b.Place is not null).ToArray();
        if (taken.Length == 0 || Array.Exists(taken, b => b.HasBegunTests) || quiet < TimeSpan.FromSeconds(2))
            return null;
        var what = plan.Manifest.Packages.Count > 0
            ? "its package, or the start of test processes"
            : "the start of test processes";
        return WaitReason.Of(
            WaitKind.Package,
            $"{what}, on {Names([.. taken.Select(b => Text($"{b.Place!.Agent}/{b.Place.Slot}"))])}");
    }

    /// <summary>
    /// Slots are free for it, and take none of its batches: they do not hold one while they fetch, or start a host.
    /// </summary>
    private WaitReason? FindFetching(IReadOnlyList<BatchProgress> waiting, FlockOverview overview, TimeSpan quiet)
    {
        if (quiet < TimeSpan.FromSeconds(2))
            return null;
        if (overview.WaitingForHost > 0)
            return WaitReason.Of(WaitKind.Package, "the start of test processes");
        if (plan.Manifest.Packages.Count == 0)
            return null;
        var fetching = FittingFor(waiting, overview)
            .Where(agent => overview.Work.Count(work => work.Agent == agent.Name) < agent.Slots)
            .Select(agent => agent.Name)
            .ToArray();
        return fetching.Length > 0
            ? WaitReason.Of(WaitKind.Package, $"its package, on the way to {Names(fetching)}")
            : null;
    }

    /// <summary>Agents that could run any of the batches.</summary>
    private AgentDescription[] FittingFor(IReadOnlyList<BatchProgress> batches, FlockOverview overview) =>
    [
        .. batches.Select(b => b.Batch.Requirements).Distinct()
            .Select(text => RequirementSet.TryParse(text, out var set, out _) ? set : RequirementSet.None)
            .SelectMany(set => Fitting(set, overview))
            .Where(agent => !agent.IsDraining)
            .Select(agent => agent.Description)
            .DistinctBy(agent => agent.Name),
    ];

    private IEnumerable<AgentState> Fitting(RequirementSet requirements, FlockOverview overview) =>
        overview.Agents.Where(agent => AgentProtocol.Understands(agent.Description, plan.Manifest)
            && requirements.IsMetBy(CapabilitySet.Of(agent.Description)));

    private string RunName(RunId run, FlockOverview overview)
    {
        if (run == plan.Manifest.Run)
            return "this run";
        var known = overview.Runs.FirstOrDefault(r => r.Id == run);
        var priority = known?.Priority is RunPriority.Release or RunPriority.Background
            ? $" ({known.Priority.ToString().ToLowerInvariant()})" : "";
        return known?.Owner is { } owner ? $"run {run} of {owner}{priority}" : $"run {run}{priority}";
    }

    private static string Batches(int count) => Text($"{count} batch{(count == 1 ? "" : "es")}");

    private static string Names(IEnumerable<string> names)
    {
        var all = names.ToArray();
        var told = string.Join(", ", all.Take(MostNames));
        return all.Length > MostNames ? Text($"{told} and {all.Length - MostNames} more") : told;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
