using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Ide;

/// <summary>A test explorer with one session of the platform, as an IDE keeps it while a solution is open.</summary>
public sealed class ExplorerSession : IAsyncDisposable
{
    private static readonly string Client = typeof(ExplorerSession).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "IdeClient").Value!;

    private readonly Process _process;
    private readonly string _source;

    private ExplorerSession(Process process, string source) => (_process, _source) = (process, source);

    public static ExplorerSession Open(string source)
    {
        var start =
            new ProcessStartInfo("dotnet", [Client]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        Command.Prepare(start.Environment, new Dictionary<string, string>());
        return new ExplorerSession(Process.Start(start)!, source);
    }

    public Task<IReadOnlyList<Happening>> DiscoverAsync(string settings) =>
        AskAsync(new { Verb = "discover", Settings = settings });

    public Task<IReadOnlyList<Happening>> RunAllAsync(string settings) =>
        AskAsync(new { Verb = "run", Settings = settings });

    public Task<IReadOnlyList<Happening>> RunFilteredAsync(string settings, string filter) =>
        AskAsync(new { Verb = "run", Settings = settings, Filter = filter });

    /// <summary>Runs some of what was discovered last.</summary>
    public Task<IReadOnlyList<Happening>> RunSelectedAsync(string settings, params string[] fullyQualifiedNames) =>
        AskAsync(new { Verb = "run-selected", Settings = settings, Selected = fullyQualifiedNames });

    /// <param name="settings">Of the run.</param>
    /// <param name="tests">How the fully qualified names of those begin after whose first result is cancelled.</param>
    /// <param name="cancelled">Called in the moment in which the platform is asked to cancel.</param>
    public Task<IReadOnlyList<Happening>> CancelAfterResultOfAsync(string settings, string tests, Action cancelled) =>
        AskAsync(new { Verb = "run", Settings = settings, CancelsAfter = tests }, cancelled);

    public Task<IReadOnlyList<Happening>> DebugAsync(string settings, params string[] fullyQualifiedNames) =>
        AskAsync(new { Verb = "run-selected", Settings = settings, Selected = fullyQualifiedNames, Debugs = true });

    /// <summary>Debugs tests whose program waits for a real debugger, and kills it there.</summary>
    public Task<IReadOnlyList<Happening>> DebugToDeathAsync(
        string settings, string program, params string[] fullyQualifiedNames) =>
        AskAsync(
            new { Verb = "run-selected", Settings = settings, Selected = fullyQualifiedNames, Debugs = true,
                Kills = program });

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<IReadOnlyList<Happening>> AskAsync(object request, Action? cancelled = null)
    {
        var line = JsonSerializer.SerializeToNode(request)!.AsObject();
        line["Source"] = _source;
        await _process.StandardInput.WriteLineAsync(line.ToJsonString());
        await _process.StandardInput.FlushAsync();

        var happenings = new List<Happening>();
        while (await _process.StandardOutput.ReadLineAsync() is { } answer)
        {
            var happening = JsonSerializer.Deserialize<Happening>(answer)!;
            if (happening.What == "done")
                return happenings;
            if (happening.What == "cancel")
                cancelled?.Invoke();
            happenings.Add(happening);
        }

        throw new InvalidOperationException("The explorer ended in the middle of: " + line.ToJsonString());
    }
}
