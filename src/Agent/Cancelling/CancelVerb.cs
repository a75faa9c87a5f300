using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Agent.Serving;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Servers;
using TestFlock.Core.Settings;
using TestFlock.Redis;
using TestFlock.Redis.Runs;

namespace TestFlock.Agent.Cancelling;

/// <summary><c>testflock cancel RUN</c>: asks the coordinator of a run to stop it, from any machine.</summary>
internal static class CancelVerb
{
    private const int Ok = 0;
    private const int NotCancelled = 1;
    private const int BadSettings = 2;

    public static Command Create()
    {
        var setting = AgentSetting.Coordination;
        var run = new Argument<string>("run") { Description = "The run's id, which it tells when it begins." };
        var coordination =
            new Option<string?>(setting.Option) { Description = $"{setting.Meaning} [{setting.Variable}]" };
        var command = new Command(
            "cancel",
            "Stops a run on all agents. Results so far are reported where it was asked for; the "
                + "rest is told as cancelled.")
        {
            run,
            coordination,
        };
        command.SetAction((parsed, cancellationToken) => CancelAsync(
            parsed.GetValue(run)!,
            parsed.GetValue(coordination) ?? Environment.GetEnvironmentVariable(setting.Variable),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            cancellationToken));
        return command;
    }

    private static async Task<int> CancelAsync(
        string run, string? address, TextWriter output, TextWriter complaints, CancellationToken cancellationToken)
    {
        if (FindProblem(address, out var server) is { } problem)
        {
            await complaints.WriteLineAsync(problem);
            return BadSettings;
        }

        try
        {
            var id = new RunId(run);
            await using var control = await RedisRunControl.OpenAsync(
                new RedisOptions { Address = server!.Uri, ClientName = "testflock-cancel" },
                new FailsInstead(),
                TimeProvider.System,
                NullLoggerFactory.Instance,
                cancellationToken);
            if (await control.CancelAsync(id, cancellationToken))
            {
                await output.WriteLineAsync($"Run {run} is being cancelled.");
                return Ok;
            }

            await complaints.WriteLineAsync(
                $"There is no run '{run}' at {server}: it has ended, or its tests run embedded, without agents.");
        }
        catch (Exception e) when (e is CoordinationException or FormatException)
        {
            await complaints.WriteLineAsync(e.Message);
        }

        return NotCancelled;
    }

    private static string? FindProblem(string? address, out ServerAddress? server)
    {
        server = null;
        var setting = AgentSetting.Coordination;
        if (string.IsNullOrEmpty(address))
            return $"{setting.Option} is missing: {setting.Meaning} Give it, or set {setting.Variable}.";
        return ServerAddress.TryParse(address, ["redis", "rediss"], out server)
            ? null
            : $"{setting.Option}: '{SecretMask.Hide(address)}' is no address. {setting.Meaning}";
    }

    /// <summary>A person waits: what cannot be reached is an error, not an outage.</summary>
    private sealed class FailsInstead : IServerWatcher
    {
        public void Lost(string server, string why)
        {
        }

        public void Back(string server, TimeSpan awayFor)
        {
        }
    }
}
