using Spectre.Console;
using TestFlock.Core.Overview;

namespace TestFlock.Agent.Watching;

/// <summary>
/// Where the tables go. Apart from the verb, so that no other verb waits for the library of the tables.
/// </summary>
internal static class StatusScreen
{
    // A file or a pipe has no width of its own; so much keeps most rows on their line.
    private const int WidthWithoutTerminal = 240;

    public static void Show(FlockOverview overview, TextWriter output, bool runsAlone, bool again)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (!console.Profile.Out.IsTerminal)
            console.Profile.Width = WidthWithoutTerminal;
        else if (again)
            console.Clear();
        if (runsAlone)
            StatusTables.WriteRuns(overview, console);
        else
            StatusTables.Write(overview, console);
    }
}
