using System.CommandLine;
using TestFlock.Agent.Coordinating;
using TestFlock.Contracts;

namespace TestFlock.Agent.Cancelling;

/// <summary><c>testflock cancel RUN</c>: asks the coordinator of a run to stop it, from any machine.</summary>
internal static class CancelVerb
{
    public static Command Create()
    {
        var run = new Argument<string>("run") { Description = "The run's id, which it tells when it begins." };
        var coordination = new CoordinationOption();
        var command = new Command(
            "cancel",
            "Stops a run on all agents. Results so far are reported where it was asked for; the "
                + "rest is told as cancelled.")
        {
            run,
            coordination.Option,
        };
        command.SetAction((parsed, cancellationToken) => CancelAsync(
            coordination, parsed, parsed.GetValue(run)!, cancellationToken));
        return command;
    }

    private static Task<int> CancelAsync(
        CoordinationOption coordination, ParseResult parsed, string run, CancellationToken cancellationToken) =>
        coordination.UseAsync(
            parsed,
            async (control, server) =>
            {
                if (await control.CancelAsync(new RunId(run), cancellationToken))
                {
                    await parsed.InvocationConfiguration.Output.WriteLineAsync($"Run {run} is being cancelled.");
                    return CoordinationOption.Ok;
                }

                await parsed.InvocationConfiguration.Error.WriteLineAsync(
                    $"There is no run '{run}' at {server}: it has ended, or its tests run embedded, without agents.");
                return CoordinationOption.NotDone;
            },
            cancellationToken);
}
