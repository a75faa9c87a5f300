using Microsoft.Extensions.Logging;
using TestFlock.Agent.Logs;
using TestFlock.Agent.Telemetry;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Packages;
using TestFlock.Core.Runs;
using TestFlock.Core.Transport;

namespace TestFlock.Agent.Run;

/// <summary>One run, from the adapter's first message to the last word told; every way it can end is here.</summary>
/// <param name="input">From the adapter.</param>
/// <param name="output">To it.</param>
/// <param name="resume">The run to take up; null: as settings and environment say.</param>
/// <param name="time">The clock.</param>
internal sealed class CoordinatorProcess(Stream input, Stream output, string? resume, TimeProvider time)
{
    private const string ResumeVariable = "TESTFLOCK_RESUME";

    private const int Ok = 0;
    private const int Refused = 2;
    private const int AdapterGone = 3;

    public async Task<int> RunAsync()
    {
        var adapter = new AdapterLink(input, output);
        using var signals = new TerminationSignals();
        var run = new RunId($"{time.GetUtcNow():yyyyMMdd-HHmmss}-{Guid.NewGuid():N}"[..24]);

        // Before the request is read: the adapter takes its time to find tests.
        await using var telemetry =
            EarlyTelemetry.Start("run", run.Value, Environment.GetEnvironmentVariable, time);
        try
        {
            return await RunRequest.ReadOpenAsync(adapter) is { } open
                ? await RunAsync(run, telemetry, adapter, open, signals)
                : AdapterGone;
        }
        catch (InvalidDataException e)
        {
            return await RefuseAsync(adapter, e.Message);
        }
        catch (Exception e) when (
            e is TransportException or CoordinationException or PackageException or RunRefusedException)
        {
            return await RefuseAsync(adapter, e is RunRefusedException refused ? [.. refused.Errors] : [e.Message]);
        }
        catch (IOException)
        {
            return AdapterGone;
        }
    }

    private string? FindResume() =>
        resume ?? (Environment.GetEnvironmentVariable(ResumeVariable) is { Length: > 0 } named
            ? named
            : null);

    private async Task<int> RunAsync(
        RunId run, EarlyTelemetry telemetry, AdapterLink adapter, OpenRun open, TerminationSignals signals)
    {
        var logLevel = LogLevels.OfCoordinator(Environment.GetEnvironmentVariable);
        var folder = RunFolder.Create(run, time);
        var keepFolder = true;
        try
        {
            using var loggers = new LoggerFactory([new FileLoggerProvider(folder.LogFile, logLevel, time)]);
            await using var embedded = EmbeddedStart.For(run, open, folder.Path, time, loggers);
            if (await RunRequest.ReadAsync(adapter, open) is not { } asked)
            {
                keepFolder = false;
                return AdapterGone;
            }

            var request = PlannedTests.Of(asked) with { Resume = FindResume() };
            if (request.Cases.Count == 0)
            {
                keepFolder = false;
                return await RunNothingAsync(adapter, request);
            }

            if ((await telemetry.Ready).Problem is { Length: > 0 } problem)
                await adapter.TellAsync(new RunNote { Level = NoteLevel.Warning, Text = $"TestFlock: {problem}" });
            await using var flock = await RunComposition.CreateAsync(
                run, request, embedded, adapter, folder, time, loggers);
            if (await flock.RunAsync(adapter, signals) is not { } verdict)
                return AdapterGone;
            keepFolder = verdict.Troubled;
            await TellEndAsync(adapter, run, verdict, folder);
            return Ok;
        }
        finally
        {
            if (!keepFolder)
                folder.Remove();
        }
    }

    /// <summary>
    /// Nothing was selected: what is wrong in the settings is told all the same, and nobody else is troubled.
    /// </summary>
    private static async Task<int> RunNothingAsync(AdapterLink adapter, RunRequest request)
    {
        foreach (var note in RunPreparation.ReadSettings(request).Notes)
            await adapter.TellAsync(new RunNote { Level = note.Level, Text = note.Text });
        await adapter.TellLastAsync(new RunEnded { Cancelled = false });
        return Ok;
    }

    private static async Task TellEndAsync(
        AdapterLink adapter, RunId run, RunVerdict verdict, RunFolder folder)
    {
        if (verdict is { Troubled: true } or { Cancelled: true })
        {
            var cure = $"TestFlock: to run only what did not pass in this run: dotnet test … -- TestFlock.Resume={run}";
            await adapter.TellAsync(new RunNote { Level = NoteLevel.Informational, Text = cure });
        }

        if (verdict is { Troubled: true, Cancelled: false })
        {
            var kept = $"TestFlock keeps the logs of this run in {folder.Path}";
            await adapter.TellAsync(new RunNote { Level = NoteLevel.Warning, Text = kept });
        }

        await adapter.TellLastAsync(new RunEnded { Cancelled = verdict.Cancelled });
    }

    private static async Task<int> RefuseAsync(AdapterLink adapter, params string[] errors)
    {
        await adapter.TellLastAsync(new RunRefused { Errors = errors });
        return Refused;
    }
}
