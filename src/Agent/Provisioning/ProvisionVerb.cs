using System.CommandLine;
using Microsoft.Extensions.Logging;
using TestFlock.Agent.Serving;
using TestFlock.Core.Coordination;
using TestFlock.Redis;
using TestFlock.Redis.Overview;

namespace TestFlock.Agent.Provisioning;

/// <summary>
/// <c>testflock provision</c>: starts agents while tests wait for slots, and retires them afterwards.
/// </summary>
internal static class ProvisionVerb
{
    private const int Ok = 0;
    private const int Failed = 1;
    private const int BadSettings = 2;

    public static Command Create()
    {
        var options = PoolSetting.All.Concat(PoolSetting.OfAgents).ToDictionary(
            setting => setting.Option,
            setting => new Option<string[]>(setting.Option)
            {
                Description = $"{setting.Meaning} [{setting.Variable}]",
            });
        var command = new Command(
            "provision",
            "Keeps as many agents as runs want, within limits. What an agent can be told holds for each of them; "
            + "their names are the pool's and a number.");
        foreach (var option in options.Values)
            command.Options.Add(option);
        command.SetAction((parsed, _) => RunAsync(
            option => options.TryGetValue(option, out var known) ? parsed.GetValue(known) ?? [] : [],
            parsed.InvocationConfiguration.Error));
        return command;
    }

    private static async Task<int> RunAsync(Func<string, IReadOnlyList<string>> optionValues, TextWriter complaints)
    {
        try
        {
            var reader = new PoolOptionsReader(
                new AgentSources(optionValues, Environment.GetEnvironmentVariable, AgentSettingsFile.FindAll()));
            if (reader.Read() is { } options)
                return await KeepAsync(options, TimeProvider.System);
            foreach (var error in reader.Errors)
                await complaints.WriteLineAsync(error);
        }
        catch (InvalidDataException e)
        {
            await complaints.WriteLineAsync(e.Message);
        }

        return BadSettings;
    }

    private static async Task<int> KeepAsync(PoolOptions options, TimeProvider time)
    {
        using var loggers = AgentLogs.Create(options.Agent.LogsJson, options.Agent.LogLevel);
        var (logger, name) = (loggers.CreateLogger<AgentPool>(), options.Agent.Name);
        using var supervisor = new Supervisor(Environment.GetEnvironmentVariable, time);
        using var signals = new DrainSignals(
            options.Agent.DrainTimeout, ServiceControls.None, time, loggers.CreateLogger<DrainSignals>());
        try
        {
            await using var control = await RedisFlockControl.OpenAsync(
                new RedisOptions { Address = options.Agent.Coordination.Uri, ClientName = $"testflock-pool-{name}" },
                new OutageLog(loggers.CreateLogger<OutageLog>()),
                time,
                loggers,
                signals.Drain);
            IProvisioner provisioner = options.Command is { } command
                ? new CommandProvisioner(options, command, time)
                : new LocalProvisioner(options, time);
            logger.Keeps(
                name,
                options.Size.Least,
                options.Size.Most,
                options.Size.SlotsOfAgent,
                options.Command is null ? "as processes on this machine" : $"by {options.Command}");
            supervisor.Ready($"Keeps pool {name}");
            await new AgentPool(options, provisioner, control, time, loggers.CreateLogger<AgentPool>())
                .RunAsync(signals.Drain, signals.Stop);
            logger.Ended(name);
            return Ok;
        }
        catch (OperationCanceledException) when (signals.Drain.IsCancellationRequested)
        {
            return Ok;
        }
        catch (CoordinationException e)
        {
            logger.CannotKeep(name, e.Message);
            return Failed;
        }
    }
}
