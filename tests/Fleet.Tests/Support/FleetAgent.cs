using System.Globalization;
using TestFlock.Tests.Servers;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>A <c>testflock agent</c> in a process of its own.</summary>
public sealed class FleetAgent : IAsyncDisposable
{
    internal static readonly string Program = Path.Combine(
        RepositoryFolder.Path, "src", "Agent", "bin", BuildConfiguration.Name, "net10.0", "testflock.dll");

    private readonly ChildProgram _program;

    private FleetAgent(string name, ChildProgram program) => (Name, _program) = (name, program);

    public string Name { get; }

    public string Log => _program.Output;

    public static FleetAgent Start(Fleet fleet, string name, int slots, IEnumerable<string> options)
    {
        var environment = new Dictionary<string, string>(fleet.Environment)
        {
            ["TESTFLOCK_BROKER"] = fleet.Broker.ToString(),
            ["TESTFLOCK_COORDINATION"] = fleet.Coordination.ToString(),
            ["TESTFLOCK_WORK_FOLDER"] = Path.Combine(fleet.Folder, "agents"),

            // Tests get what begins with DOTNET_ from their agent, whoever's run it is.
            ["DOTNET_FLEET_AGENT"] = name,
        };
        string[] arguments =
            [Program, "agent", "--name", name, "--slots", slots.ToString(CultureInfo.InvariantCulture), .. options];
        return new FleetAgent(name, ChildProgram.Start(fleet.Folder, environment, arguments));
    }

    public Task<string> LogLineAsync(string part) => _program.LineAsync(part);

    public void Signal(int signal) => _program.Signal(signal);

    /// <returns>The exit code.</returns>
    public Task<int> EndAsync() => _program.EndAsync();

    public ValueTask DisposeAsync() => _program.DisposeAsync();
}
