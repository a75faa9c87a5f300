using System.Globalization;
using TestFlock.Tests.Servers;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>A <c>testflock agent</c> in a process of its own.</summary>
public sealed class FleetAgent : IAsyncDisposable
{
    internal static readonly string Program = Path.Combine(
        RepositoryFolder.Path, "src", "Agent", "bin", BuildConfiguration.Name, "net10.0", "testflock.dll");

    private readonly ChildProgram _program;
    private FileStream? _written;

    private FleetAgent(string name, ChildProgram program) => (Name, _program) = (name, program);

    public string Name { get; }

    public string Log => _program.Output;

    public static FleetAgent Start(Fleet fleet, string name, int slots, IEnumerable<string> options) =>
        Start(Program, fleet, name, slots, options);

    /// <param name="program">The <c>testflock.dll</c> to run.</param>
    /// <param name="fleet">Whose servers it uses.</param>
    /// <param name="name">Its name.</param>
    /// <param name="slots">At least 1.</param>
    /// <param name="options">Further arguments.</param>
    public static FleetAgent Start(string program, Fleet fleet, string name, int slots, IEnumerable<string> options)
    {
        var environment = EnvironmentOf(fleet, name, fleet.Folder);
        return new FleetAgent(
            name, ChildProgram.Start(fleet.Folder, environment, ArgumentsOf(program, name, slots, options)));
    }

    /// <summary>
    /// An agent that sees nothing of the caller's: in a folder of its own, and as another user where there is one.
    /// </summary>
    public static FleetAgent StartStranger(
        Fleet fleet, StrangersHome home, string name, int slots, IEnumerable<string> options)
    {
        var environment = EnvironmentOf(fleet, name, home.Path);
        environment["HOME"] = home.Path;
        environment["DOTNET_CLI_HOME"] = home.Path;
        environment["XDG_DATA_HOME"] = Path.Combine(home.Path, "data");
        environment["TMPDIR"] = Path.Combine(home.Path, "tmp");
        var arguments = ArgumentsOf(Program, name, slots, options);
        return new FleetAgent(name, home.IsOfAnotherUser
            ? ChildProgram.StartProgram(
                "setpriv", home.Path, environment, [.. StrangersHome.AsTheUser, "dotnet", .. arguments])
            : ChildProgram.Start(home.Path, environment, arguments));
    }

    private static Dictionary<string, string> EnvironmentOf(Fleet fleet, string name, string folder) =>
        new(fleet.Environment)
    {
        ["TESTFLOCK_BROKER"] = fleet.Broker.ToString(),
        ["TESTFLOCK_COORDINATION"] = fleet.Coordination.ToString(),
        ["TESTFLOCK_WORK_FOLDER"] = Path.Combine(folder, "agents"),
        ["TESTFLOCK_CACHE_FOLDER"] = Path.Combine(folder, "cache"),

        // Tests get what begins with DOTNET_ from their agent, whoever's run it is.
        ["DOTNET_FLEET_AGENT"] = name,
    };

    private static string[] ArgumentsOf(string program, string name, int slots, IEnumerable<string> options) =>
        [program, "agent", "--name", name, "--slots", slots.ToString(CultureInfo.InvariantCulture), .. options];

    public Task<string> LogLineAsync(string part) => _program.LineAsync(part);

    public void Signal(int signal) => _program.Signal(signal);

    /// <summary>
    /// Returns when the agent has come to read a pipe, which lets a writer in only then, and lets it go on waiting.
    /// </summary>
    public async Task IsReadingAsync(string pipe) => _written =
        await Task.Run(() => new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));

    /// <returns>The exit code.</returns>
    public Task<int> EndAsync() => _program.EndAsync();

    public ValueTask DisposeAsync()
    {
        _written?.Dispose();
        return _program.DisposeAsync();
    }
}
