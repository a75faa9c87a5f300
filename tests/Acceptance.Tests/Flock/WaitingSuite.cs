using TestFlock.Acceptance.Tests.Interception;
using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Flock;

/// <summary>
/// One test that passes, and one that says where it runs and then waits until something happens to it.
/// </summary>
public sealed class WaitingSuite : IAsyncLifetime
{
    private const string Settings =
        "<RunSettings><TestFlock><Slots>2</Slots><Isolation>process</Isolation><Unit>test</Unit></TestFlock></RunSettings>";

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

    private Task<TestRun> RunAsync(string filter, string settings)
    {
        var file = Guid.NewGuid().ToString("N") + ".runsettings";
        _workspace!.Write(file, settings);
        return Project.TestAsync("--filter", filter, "--settings", file);
    }
}
