using TestFlock.Acceptance.Tests.Interception;
using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Flock;

/// <summary>
/// One test that passes, and one that says where it runs and then waits until something happens to it.
/// </summary>
public sealed class WaitingSuite : IAsyncLifetime
{
    private const string Settings =
        """
        <RunSettings>
          <TestFlock><Slots>2</Slots><Isolation>process</Isolation><Unit>test</Unit></TestFlock>
        </RunSettings>
        """;

    private Workspace? _workspace;

    public TestProject Project { get; private set; } = null!;

    public string Folder => _workspace!.Folder;


    public async Task InitializeAsync()
    {
        _workspace = await Workspace.CreateAsync();
        _workspace.Write("flock.runsettings", Settings);
        Project = FrameworkVersion.NUnit6.AddPackages(new TestProject(_workspace, "Waiting") { UsesTestFlock = true });
        Project.Write("Waiting.cs", await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Flock", "Suites", "Waiting.cs")));
        (await Project.Save().BuildAsync()).ShouldSucceed();

        // Journals and history of its own, in a folder that is not there yet. Not before the build, which looks there
        // for packages.
        _workspace.Environment["XDG_DATA_HOME"] = Data;
    }

    public Task DisposeAsync()
    {
        _workspace?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Runs the quick test only, with such settings.</summary>
    public Task<TestRun> RunFirstAsync(string settings) => RunAsync("Name=First", settings);

    /// <summary>Selects no test at all, with such settings.</summary>
    public Task<TestRun> RunNoneAsync(string settings) => RunAsync("Name=Nonesuch", settings);

    public WaitingRun Start() => new(_workspace!, Project);

    /// <summary>Waits until the newest run has noted what became of so many tests.</summary>
    public async Task UntilJournaledAsync(int tests)
    {
        var newest = new DirectoryInfo(Path.Combine(Data, "testflock", "runs")).EnumerateFiles("*.run")
            .MaxBy(file => file.CreationTimeUtc)!;
        using var limit = new CancellationTokenSource(Command.UsualLimit);

        // A line for the run, then one for each test.
        while ((await File.ReadAllLinesAsync(newest.FullName, limit.Token)).Length < 1 + tests)
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
    }

    /// <summary>Runs all tests, none of which waits, with such elements in the section of TestFlock.</summary>
    public Task<TestRun> RunWithoutWaitingAsync(string elements) => RunAsync(
        "Name!=Wakes",
        $"""
        <RunSettings>
          <TestRunParameters><Parameter name="Waits" value="no" /></TestRunParameters>
          <TestFlock>{elements}</TestFlock>
        </RunSettings>
        """);

    private string Data => Path.Combine(Folder, "data");

    private Task<TestRun> RunAsync(string filter, string settings)
    {
        var file = Guid.NewGuid().ToString("N") + ".runsettings";
        _workspace!.Write(file, settings);
        return Project.TestAsync("--filter", filter, "--settings", file);
    }
}
