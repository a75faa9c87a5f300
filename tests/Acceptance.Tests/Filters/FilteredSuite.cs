using System.Reflection;
using TestFlock.Acceptance.Tests.Ide;
using TestFlock.Acceptance.Tests.Interception;
using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Filters;

public sealed class NUnit5Filtered() : FilteredSuite(FrameworkVersion.NUnit5, "NUnitFiltered.cs");

public sealed class NUnit6Filtered() : FilteredSuite(FrameworkVersion.NUnit6, "NUnitFiltered.cs");

public sealed class XunitV2Filtered() : FilteredSuite(FrameworkVersion.XunitV2, "XunitFiltered.cs");

public sealed class XunitV3Filtered() : FilteredSuite(
    FrameworkVersion.XunitV3, "XunitFiltered.cs", "XunitV3Filtered.cs");

public sealed class MSTest3Filtered() : FilteredSuite(FrameworkVersion.MSTest3, "MSTestFiltered.cs");

public sealed class MSTest4Filtered() : FilteredSuite(FrameworkVersion.MSTest4, "MSTestFiltered.cs");

/// <summary>
/// One suite twice: native, and in flock mode with a coordinator that tells every test it is given as passed: what is
/// selected is seen without a test being run for it.
/// </summary>
public abstract class FilteredSuite(FrameworkVersion framework, params string[] files) : IAsyncLifetime
{
    private const string FlockSettings = "flock.runsettings";

    /// <summary>As <c>dotnet test</c> asks, which is no test explorer.</summary>
    private const string NativeXml = "<RunConfiguration><DesignMode>false</DesignMode></RunConfiguration>";

    private readonly List<Workspace> _workspaces = [];
    private TestProject _native = null!;
    private TestProject _flock = null!;
    private ExplorerSession _nativeSession = null!;
    private ExplorerSession _flockSession = null!;

    public async Task InitializeAsync()
    {
        _native = await BuildAsync(usesTestFlock: false);
        _flock = await BuildAsync(usesTestFlock: true);

        var folder = Path.Combine(_flock.Output, "testflock");
        Directory.Delete(Path.Combine(folder, "program"), recursive: true);
        File.WriteAllText(Path.Combine(folder, "program.path"), Path.GetDirectoryName(ScriptedCoordinator)!);
        (_nativeSession, _flockSession) = (ExplorerSession.Open(_native.Assembly), ExplorerSession.Open(_flock.Assembly));
    }

    public async Task DisposeAsync()
    {
        await _nativeSession.DisposeAsync();
        await _flockSession.DisposeAsync();
        _workspaces.ForEach(workspace => workspace.Dispose());
    }

    /// <summary>
    /// Runs both with the same filter in a platform that is there already: a third of the time of a command line.
    /// </summary>
    public async Task<(IReadOnlyList<Happening> Native, IReadOnlyList<Happening> Flock)> AskPlatformAsync(
        string filter)
    {
        var native = _nativeSession.RunFilteredAsync($"<RunSettings>{NativeXml}</RunSettings>", filter);
        var flock = _flockSession.RunFilteredAsync($"<RunSettings>{NativeXml}<TestFlock /></RunSettings>", filter);
        return (await native, await flock);
    }

    /// <summary>
    /// Runs both with the same options; a filter is everything up to the run settings behind <c>--</c>.
    /// </summary>
    public async Task<(TestRun Native, TestRun Flock)> RunAsync(string commandLine)
    {
        var options = Split(commandLine);
        return (await _native.TestAsync(options), await _flock.TestAsync(["--settings", FlockSettings, .. options]));
    }

    /// <summary>A line of either run as the native one would say it.</summary>
    public string AsNative(string line) =>
        line.Replace(_workspaces[1].Folder, _workspaces[0].Folder, StringComparison.Ordinal);

    private static string ScriptedCoordinator { get; } = typeof(FilteredSuite).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ScriptedCoordinator").Value!;

    // Alike but for the place, since messages tell names.
    private async Task<TestProject> BuildAsync(bool usesTestFlock)
    {
        var workspace = await Workspace.CreateAsync();
        _workspaces.Add(workspace);
        workspace.Write(FlockSettings, "<RunSettings><TestFlock /></RunSettings>");
        var project = framework.AddPackages(new TestProject(workspace, "Suite") { UsesTestFlock = usesTestFlock });
        if (framework.IsProgram)
            project.Properties["OutputType"] = "Exe";
        foreach (var file in files)
            project.Write(file, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Filters", "Suites", file)));
        (await project.Save().BuildAsync()).ShouldSucceed();
        return project;
    }

    private static string[] Split(string commandLine)
    {
        const string Filter = "--filter ";
        var parts = commandLine.Split("-- ", 2);
        string[] filter = parts[0].StartsWith(Filter, StringComparison.Ordinal)
            ? ["--filter", parts[0][Filter.Length..].TrimEnd()]
            : [];
        string[] settings = parts.Length == 2 ? ["--", .. parts[1].Split(' ')] : [];
        return [.. filter, .. settings];
    }
}
