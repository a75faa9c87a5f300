using System.Reflection;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using TestFlock.Contracts;
using TestFlock.TestAdapter.Flock;
using TestFlock.TestAdapter.Flock.Coordinator;
using TestFlock.TestAdapter.Flock.Preview;
using VsCase = Microsoft.VisualStudio.TestPlatform.ObjectModel.TestCase;
using VsResult = Microsoft.VisualStudio.TestPlatform.ObjectModel.TestResult;

namespace TestFlock.TestAdapter.Tests.Flock;

/// <summary>A run of three tests, coordinated by a real process that follows a script.</summary>
internal sealed class ScriptedRun
{
    private readonly VsFlockRun _run;
    private readonly VsPreview _preview;
    private readonly OpenRun _open;

    public ScriptedRun(string script, TimeProvider? time = null, VsPreview? preview = null)
    {
        _preview = preview ?? new VsPreview { ToRun = Cases("one", "two", "three") };
        _run = new VsFlockRun(new FixedPreviewer(_preview), Handle, time ?? TimeProvider.System);
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

    public static VsCase[] Cases(params string[] names) =>
        [.. names.Select(name => new VsCase("Suite." + name, new Uri("executor://x"), "/suite.dll") { DisplayName = name })];

    public static VsResult Settled(string name) =>
        new(Cases(name)[0]) { DisplayName = name, Outcome = TestOutcome.None, ErrorMessage = "explicit" };

    public Task RunAsync(string? program = null) =>
        _run.RunAsync(
            new CoordinatorCommand(DotnetHost.OfThisProcess.Find(), program ?? Program), _open, _ => _preview);

    public void Cancel() => _run.Cancel();
}
