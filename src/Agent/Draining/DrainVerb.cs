using System.CommandLine;
using TestFlock.Agent.Coordinating;
using TestFlock.Core.Settings;
using TestFlock.Redis.Overview;

namespace TestFlock.Agent.Draining;

/// <summary>
/// <c>testflock drain AGENT</c>: an agent takes nothing new, lets its tests end, and leaves; from any machine.
/// </summary>
internal static class DrainVerb
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        var agent = new Argument<string>("agent") { Description = "Its name, as testflock status shows it." };
        var wait = new Option<bool>("--wait") { Description = "Return when the agent has left." };
        var coordination = new CoordinationOption();
        var command = new Command(
            "drain", "Lets an agent take nothing new, and leave when its tests have ended, as a first SIGTERM does.")
        {
            agent,
            wait,
            coordination.Option,
        };
        command.SetAction((parsed, cancellationToken) => coordination.UseAsync(
            parsed,
            (control, server) => DrainAsync(
                control, server, parsed, parsed.GetValue(agent)!, parsed.GetValue(wait), cancellationToken),
            cancellationToken));
        return command;
    }

    private static async Task<int> DrainAsync(
        RedisFlockControl control,
        ServerAddress server,
        ParseResult parsed,
        string agent,
        bool wait,
        CancellationToken cancellationToken)
    {
        var (output, complaints) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        switch (await control.DrainAsync(agent, cancellationToken))
        {
            case DrainAnswer.NoSuchAgent:
                await complaints.WriteLineAsync(
                    $"No agent '{agent}' is alive at {server}. testflock status shows those that are.");
                return CoordinationOption.NotDone;
            case DrainAnswer.TooOld:
                await complaints.WriteLineAsync(
                    $"Agent {agent} is of a version that cannot be drained from elsewhere. Send it a SIGTERM.");
                return CoordinationOption.NotDone;
        }

        await output.WriteLineAsync($"Agent {agent} takes nothing new, and leaves when its tests have ended.");
        if (wait)
            await WaitAsync(control, agent, output, cancellationToken);
        return CoordinationOption.Ok;
    }

    private static async Task WaitAsync(
        RedisFlockControl control, string agent, TextWriter output, CancellationToken cancellationToken)
    {
        using var looks = new PeriodicTimer(LookEvery, TimeProvider.System);
        while ((await control.LookAsync(cancellationToken)).Agents.Any(a => a.Description.Name == agent))
            await looks.WaitForNextTickAsync(cancellationToken);
        await output.WriteLineAsync($"Agent {agent} has left.");
    }
}
