using TestFlock.Acceptance.Tests.Interception;
using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Ide;

public sealed class NUnitExplored() : ExploredSuite(FrameworkVersion.NUnit6, "NUnitExplored.cs");

public sealed class XunitV2Explored() : ExploredSuite(FrameworkVersion.XunitV2, "XunitExplored.cs");

public sealed class XunitV3Explored() : ExploredSuite(FrameworkVersion.XunitV3, "XunitExplored.cs");

public sealed class MSTestExplored() : ExploredSuite(FrameworkVersion.MSTest4, "MSTestExplored.cs");

/// <summary>A suite that is open in a test explorer.</summary>
public abstract class ExploredSuite(FrameworkVersion framework, string file) : IAsyncLifetime
{
    private readonly Dictionary<string, Task<IReadOnlyList<Happening>>> _debugged = [];
    private Workspace? _workspace;
    private TestProject _project = null!;

    public FrameworkVersion Framework => framework;

    /// <summary>Whether the tests run in the suite's own program rather than in the platform's host.</summary>
    public bool RunsInProgram => framework.IsProgram;

    public string Program =>
        Path.ChangeExtension(_project.Assembly, null) + (OperatingSystem.IsWindows() ? ".exe" : "");

    /// <summary>The folder that the command line of every process of the suite names.</summary>
    public string Folder => _project.Folder;

    public async Task InitializeAsync()
    {
        _workspace = await Workspace.CreateAsync();
        _project = framework.AddPackages(new TestProject(_workspace, "Suite") { UsesTestFlock = true });
        if (framework.IsProgram)
            _project.Properties["OutputType"] = "Exe";
        if (framework == FrameworkVersion.XunitV2)
            _project.Properties["DefineConstants"] = "$(DefineConstants);XUNIT_V2";
        _project.Write(
            file, await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Ide", "Suites", file)));
        (await _project.Save().BuildAsync()).ShouldSucceed();
    }

    public Task DisposeAsync()
    {
        _workspace?.Dispose();
        return Task.CompletedTask;
    }

    public ExplorerSession Open() => ExplorerSession.Open(_project.Assembly);

    /// <summary>
    /// What the explorer saw of debugging a test in the suite's program, which waits for a debugger and is killed.
    /// </summary>
    /// <param name="settings">One of <paramref name="all"/>.</param>
    /// <param name="all">
    /// What will be asked for, too: the framework waits a minute for the dead program, so it waits for all at once.
    /// </param>
    /// <param name="test">Its fully qualified name.</param>
    public async Task<IReadOnlyList<Happening>> DebugToDeathAsync(
        string settings, IEnumerable<string> all, string test)
    {
        foreach (var each in all.Except(_debugged.Keys))
            _debugged[each] = DebugToDeathAsync(each, test);

        // None goes on beside the next test, which may look for what is left of its own.
        await Task.WhenAll(_debugged.Values);
        return await _debugged[settings];
    }

    private async Task<IReadOnlyList<Happening>> DebugToDeathAsync(string settings, string test)
    {
        await using var explorer = Open();
        await explorer.DiscoverAsync(settings);
        return await explorer.DebugToDeathAsync(settings, Program, test);
    }
}
