using System.Globalization;
using Spectre.Console;
using TestFlock.Core.Overview;
using TestFlock.Core.Progress;

namespace TestFlock.Agent.Watching;

/// <summary>The overview as tables.</summary>
internal static class StatusTables
{
    public static void Write(FlockOverview overview, IAnsiConsole console)
    {
        WriteAgents(overview, console);
        WriteSlots(overview, console);
        WriteRuns(overview, console);
        WriteEnvironments(overview, console);
    }

    public static void WriteRuns(FlockOverview overview, IAnsiConsole console)
    {
        if (overview.Runs.Count == 0)
        {
            console.WriteLine("No runs.");
            return;
        }

        var table = NewTable(
            "Run", "Suite", "Owner", "Priority", "Open for", "Done", "Failed", "Flaky", "Slots", "Left", "Waits for");
        foreach (var run in overview.Runs)
        {
            var progress = run.Progress;
            Add(
                table,
                run.IsStopping ? $"{run.Id} (stopping)" : run.Id.Value,
                run.Suite ?? "",
                run.Owner ?? "",
                run.Priority.ToString().ToLowerInvariant(),
                Shown(run.OpenFor),
                progress is null ? "" : $"{Number(progress.Done)}/{Number(progress.Total)}",
                Number(progress?.Failed),
                Number(progress?.Flaky),
                Number(overview.Work.Count(work => work.Run == run.Id)),
                progress is null ? "" : ProgressText.Left(progress) ?? "",
                progress?.WaitsFor?.Text ?? "");
        }

        console.Write(table);
    }

    private static void WriteAgents(FlockOverview overview, IAnsiConsole console)
    {
        if (overview.Agents.Count == 0)
        {
            console.WriteLine("No agents. Start one: testflock agent.");
            return;
        }

        var table = NewTable("Agent", "Version", "Protocol", "Slots", "Busy", "Offers");
        foreach (var agent in overview.Agents)
        {
            var described = agent.Description;
            Add(
                table,
                agent.IsDraining ? $"{described.Name} (drains)" : described.Name,
                described.Version,
                $"{Number(described.OldestProtocol)} to {Number(described.Protocol)}",
                Number(described.Slots),
                Number(overview.WorkOf(agent).Count()),
                string.Join("; ", described.Capabilities.Select(c => $"{c.Key}={c.Value}")));
        }

        console.Write(table);
    }

    private static void WriteSlots(FlockOverview overview, IAnsiConsole console)
    {
        if (overview.Work.Count == 0)
            return;
        var table = NewTable("Slot", "For", "Run", "Tests");
        foreach (var work in overview.Work.OrderBy(w => w.Agent, StringComparer.Ordinal).ThenBy(w => w.Slot))
            Add(table, $"{work.Agent}/{Number(work.Slot)}", Shown(work.For), work.Run.Value, work.What ?? "");
        console.Write(table);
    }

    private static void WriteEnvironments(FlockOverview overview, IAnsiConsole console)
    {
        if (overview.Environments.Count == 0)
            return;
        var table = NewTable("Environment", "Capacity", "Held", "By");
        foreach (var environment in overview.Environments)
        {
            var holders = overview.Work.Where(work => work.Environment == environment.Name).GroupBy(work => work.Run)
                .Select(group => $"{group.Key}: {Number(group.Count())}");
            Add(
                table,
                environment.Name,
                Number(environment.Capacity),
                Number(environment.Held),
                string.Join(", ", holders));
        }

        console.Write(table);
    }

    private static Table NewTable(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Text(column)));
        return table;
    }

    // What comes from others is text, never mark-up.
    private static void Add(Table table, params string[] cells) =>
        table.AddRow(cells.Select(cell => new Text(cell)));

    private static string Shown(TimeSpan? time) => time is { } known ? ProgressText.Shown(known) : "";

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
