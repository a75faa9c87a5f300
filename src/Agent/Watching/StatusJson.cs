using System.Text.Json;
using System.Text.Json.Serialization;
using TestFlock.Core.Coordination;
using TestFlock.Core.Overview;
using TestFlock.Core.Progress;

namespace TestFlock.Agent.Watching;

/// <summary>The overview for programs. Names stay, new ones may come; times are in seconds.</summary>
internal static partial class StatusJson
{
    /// <param name="overview">What to tell.</param>
    /// <param name="isOneLine">For readers of a stream.</param>
    public static string Of(FlockOverview overview, bool isOneLine = false)
    {
        var document = new Document(
            [.. overview.Agents.Select(agent => AgentOf(agent, overview))],
            [.. overview.Runs.Select(run => RunOf(run, overview))],
            [.. overview.Environments.Select(environment => EnvironmentOf(environment, overview))]);
        return JsonSerializer.Serialize(document, isOneLine ? Lines.Default.Document : Pages.Default.Document);
    }

    private static Agent AgentOf(AgentState agent, FlockOverview overview) => new(
        agent.Description.Name,
        agent.Description.Version,
        agent.Description.OldestProtocol,
        agent.Description.Protocol,
        agent.IsDraining,
        agent.Description.Slots,
        agent.Description.Capabilities,
        [.. overview.WorkOf(agent).Select(work => new Slot(
            work.Slot, work.Run.Value, work.Environment, work.What, work.For.TotalSeconds))]);

    private static Run RunOf(RunState run, FlockOverview overview) => new(
        run.Id.Value,
        run.Suite,
        run.Owner,
        run.Priority,
        run.Environment,
        run.IsStopping,
        run.OpenFor?.TotalSeconds,
        overview.Work.Count(work => work.Run == run.Id),
        run.Waiting,
        run.Progress is not { } progress ? null : new Progress(
            progress.Total,
            progress.Done,
            progress.Failed,
            progress.Flaky,
            progress.LeftAtLeast?.TotalSeconds,
            progress.LeftAtMost?.TotalSeconds,
            progress.WaitsFor));

    private static Environment EnvironmentOf(EnvironmentState environment, FlockOverview overview) => new(
        environment.Name,
        environment.Capacity,
        environment.Held,
        overview.Work.Where(work => work.Environment == environment.Name).GroupBy(work => work.Run.Value)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal));

    private sealed record Document(
        IReadOnlyList<Agent> Agents, IReadOnlyList<Run> Runs, IReadOnlyList<Environment> Environments);

    private sealed record Agent(
        string Name,
        string Version,
        int OldestProtocol,
        int Protocol,
        bool Drains,
        int Slots,
        IReadOnlyDictionary<string, string> Capabilities,
        IReadOnlyList<Slot> Busy);

    private sealed record Slot(int Number, string Run, string Environment, string? Tests, double For);

    private sealed record Run(
        string Id,
        string? Suite,
        string? Owner,
        RunPriority Priority,
        string Environment,
        bool Stops,
        double? OpenFor,
        int SlotsBusy,
        IReadOnlyDictionary<string, int> BatchesWaiting,
        Progress? Progress);

    private sealed record Progress(
        int Total, int Done, int Failed, int Flaky, double? LeftAtLeast, double? LeftAtMost, WaitReason? WaitsFor);

    private sealed record Environment(string Name, int? Capacity, int Held, IReadOnlyDictionary<string, int> Holders);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
    [JsonSerializable(typeof(Document))]
    private sealed partial class Pages : JsonSerializerContext;

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
    [JsonSerializable(typeof(Document))]
    private sealed partial class Lines : JsonSerializerContext;
}
