using System.Diagnostics;
using System.Globalization;

namespace Fleet.Suite;

/// <summary>
/// Where tests write down that they run: a file that all processes share. A line is <c>begin|end test agent
/// process</c>.
/// </summary>
internal static class Journal
{
    public static async Task RunAsync(string test)
    {
        Write("begin", test);
        if (Environment.GetEnvironmentVariable("FLEET_SICK") is { } sick)
            await Sickness.SufferAsync(sick, Variable("DOTNET_FLEET_AGENT"), Variable("FLEET_JOURNAL"));
        if (Environment.GetEnvironmentVariable("FLEET_GATES") is { } gates)
            await Gate.PassAsync(Path.Combine(gates, Variable("DOTNET_FLEET_AGENT")));
        await Task.Delay(TimeSpan.FromSeconds(double.Parse(Variable("FLEET_SECONDS"), CultureInfo.InvariantCulture)));
        Write("end", test);
    }

    private static void Write(string what, string test)
    {
        // The name of the agent reaches its tests like any other variable of its .NET.
        var line = $"{what} {test} {Variable("DOTNET_FLEET_AGENT")} {Environment.ProcessId}\n";
        using var file = new FileStream(
            Variable("FLEET_JOURNAL"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        file.Write(System.Text.Encoding.UTF8.GetBytes(line));
    }

    private static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");
}
