using System.Reflection;
using TestFlock.Contracts;
using TestFlock.TestAdapter.Flock;
using TestFlock.TestAdapter.Flock.Coordinator;
using TestFlock.TestAdapter.Flock.Preview;
using VsCase = Microsoft.VisualStudio.TestPlatform.ObjectModel.TestCase;

namespace TestFlock.TestAdapter.Tests.Flock;

/// <summary>A run of three tests, coordinated by a real process that follows a script.</summary>
internal sealed class ScriptedRun
{
    private static readonly string[] ThreeTests = ["one", "two", "three"];

    private readonly VsFlockRun _run;
    private readonly IReadOnlyList<VsWantedTest> _wanted;
    private readonly OpenRun _open;
    private readonly Action _whileLooking;

    /// <param name="script">What the coordinator does.</param>
    /// <param name="time">The clock.</param>
    /// <param name="tests">Their names.</param>
    /// <param name="whileLooking">What happens while the framework looks for its tests.</param>
    public ScriptedRun(
        string script,
        TimeProvider? time = null,
        IReadOnlyList<string>? tests = null,
        Action? whileLooking = null)
    {
        _whileLooking = whileLooking ?? (() => { });
        _wanted = [.. (tests ?? ThreeTests).Select(Wanted)];
        _run = new VsFlockRun(new FixedPreviewer(_wanted), Handle, time ?? TimeProvider.System);
        _open = new OpenRun
        {
            AdapterVersion = "1.0",
            SettingsXml = $"<RunSettings><Script>{script}</Script></RunSettings>",
            Sources = ["/suite.dll"],
            WorkingDirectory = "/",
            ResultsDirectory = "/results",
        };
    }

    public RecordingHandle Handle { get; } = new();

    public static string Program { get; } = typeof(ScriptedRun).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ScriptedCoordinator").Value!;

    public Task RunAsync(string? program = null) =>
        _run.RunAsync(
            new CoordinatorCommand(DotnetHost.OfThisProcess.Find(), program ?? Program), _open, Select);

    public void Cancel() => _run.Cancel();

    private IReadOnlyList<VsWantedTest> Select(IVsPreviewer previewer)
    {
        _whileLooking();
        return previewer.Preview([.. _wanted.Select(test => test.Case)], null!, Handle);
    }

    private static VsWantedTest Wanted(string name) =>
        new(new VsCase("Suite." + name, new Uri("executor://x"), "/suite.dll") { DisplayName = name });
}
