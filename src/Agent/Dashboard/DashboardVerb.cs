using System.CommandLine;
using System.Net;
using TestFlock.Agent.Coordinating;

namespace TestFlock.Agent.Dashboard;

/// <summary><c>testflock dashboard</c>: the status as a live page, for whoever opens it in a browser.</summary>
internal static class DashboardVerb
{
    public static Command Create()
    {
        var listen = new Option<string>("--listen")
        {
            Description = "Address and port; 0.0.0.0:8470 for everybody who reaches the machine.",
            DefaultValueFactory = _ => "127.0.0.1:8470",
        };
        var token = new Option<string?>("--token")
        {
            Description = "Who gives it may cancel runs and drain agents. Without one, nobody may. "
                + "[TESTFLOCK_DASHBOARD_TOKEN]",
        };
        var coordination = new CoordinationOption();
        var command = new Command(
            "dashboard",
            "Serves a live page: runs, agents, environments, and what slots did. Read only without --token.")
        {
            listen,
            token,
            coordination.Option,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            if (!IPEndPoint.TryParse(parsed.GetValue(listen)!, out var place) || place.Port == 0)
            {
                parsed.InvocationConfiguration.Error.WriteLine(
                    $"--listen: '{parsed.GetValue(listen)}' is no address with port. Write 127.0.0.1:8470.");
                return Task.FromResult(CoordinationOption.BadSettings);
            }

            var given = parsed.GetValue(token) ?? Environment.GetEnvironmentVariable("TESTFLOCK_DASHBOARD_TOKEN");
            return coordination.UseAsync(
                parsed,
                (control, server) => DashboardServer.RunAsync(
                    control,
                    place,
                    string.IsNullOrEmpty(given) ? null : given,
                    url => parsed.InvocationConfiguration.Output.WriteLine($"The flock at {server}: {url}"),
                    cancellationToken),
                cancellationToken);
        });
        return command;
    }
}
