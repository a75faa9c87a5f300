using System.CommandLine;
using TestFlock.Agent.Coordinating;
using TestFlock.Core.Overview;
using TestFlock.Redis.Overview;

namespace TestFlock.Agent.Watching;

/// <summary>
/// <c>testflock status</c> and <c>testflock runs</c>: who lives, what runs, and why something waits.
/// </summary>
internal static class StatusVerb
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    public static Command CreateStatus() => Create(
        "status",
        "Shows agents with what their slots do, runs with progress and what they wait for, and environments.",
        runsAlone: false);

    public static Command CreateRuns() => Create(
        "runs",
        "Shows the runs that agents serve now: owner, progress, time left, and what they wait for.",
        runsAlone: true);

    private static Command Create(string name, string meaning, bool runsAlone)
    {
        var json = new Option<bool>("--json")
        {
            Description = "One JSON document, for programs; times are in seconds.",
        };
        var watch = new Option<bool>("--watch") { Description = "Again every two seconds, until Ctrl-C." };
        var coordination = new CoordinationOption();
        var command = new Command(name, meaning) { json, watch, coordination.Option };
        command.SetAction((parsed, cancellationToken) =>
        {
            var (output, again) = (parsed.InvocationConfiguration.Output, parsed.GetValue(watch));
            return coordination.UseAsync(
                parsed,
                (control, _) => ShowAsync(
                    control,
                    parsed.GetValue(json)
                        ? overview => output.WriteLine(StatusJson.Of(overview, isOneLine: again))
                        : overview => StatusScreen.Show(overview, output, runsAlone, again),
                    again,
                    cancellationToken),
                cancellationToken);
        });
        return command;
    }

    private static async Task<int> ShowAsync(
        RedisFlockControl control, Action<FlockOverview> show, bool again, CancellationToken cancellationToken)
    {
        using var looks = new PeriodicTimer(LookEvery, TimeProvider.System);
        do
            show(await control.LookAsync(cancellationToken));
        while (again && await looks.WaitForNextTickAsync(cancellationToken));

        return CoordinationOption.Ok;
    }
}
