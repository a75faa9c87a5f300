using System.Xml.Linq;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>A <c>dotnet test</c> in a process of its own, as a user starts it.</summary>
public sealed class FleetRun : IAsyncDisposable
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>What tests that run beside the coordinator write down as their agent.</summary>
    public const string Caller = "caller";

    private readonly ChildProgram _program;
    private readonly string _folder;

    private FleetRun(ChildProgram program, string folder, string journal) =>
        (_program, _folder, Journal) = (program, folder, new FleetJournal(journal));

    public FleetJournal Journal { get; }

    public string Console => _program.Output;

    /// <summary>The process that coordinates the run.</summary>
    public int Coordinator => ProcessFamily.FindProgramBelow(_program.Id, "run");

    public static FleetRun Start(Fleet fleet, FleetSuite suite, FleetSettings settings)
    {
        var folder = Directory.CreateDirectory(Path.Combine(fleet.Folder, Guid.NewGuid().ToString("N"))).FullName;
        var journal = Path.Combine(folder, "journal");
        File.WriteAllText(journal, "");
        string[] arguments =
        [
            "test",
            suite.Assembly,
            "--settings",
            settings.Write(fleet, journal),
            "--logger",
            "console;verbosity=normal",
            "--logger",
            "trx;LogFileName=run.trx",
            "--results-directory",
            folder,
            .. settings.Filter is { } filter ? new[] { "--filter", filter } : [],
        ];
        var environment = new Dictionary<string, string>(fleet.Environment)
        {
            // Its coordinator may be an agent, too.
            ["DOTNET_FLEET_AGENT"] = Caller,

            // Where the coordinator keeps its log.
            ["TMPDIR"] = folder,
        };
        foreach (var (name, value) in settings.Environment)
            environment[name] = value;
        return new FleetRun(ChildProgram.Start(fleet.Folder, environment, arguments), folder, journal);
    }

    /// <summary>The coordinator's, while it lives, and afterwards of a run that went wrong.</summary>
    public string Log => File.ReadAllText(
        Directory.EnumerateFiles(
            Path.Combine(_folder, "testflock"), "coordinator.log", SearchOption.AllDirectories).Single());

    public Task<string> ConsoleLineAsync(string part) => _program.LineAsync(part);

    /// <summary>Ctrl-C in the terminal that it was started from: the signal reaches every process of it.</summary>
    public void Interrupt()
    {
        foreach (var process in ProcessFamily.FindBelow(_program.Id).Prepend(_program.Id))
            ChildProgram.Send(process, ChildProgram.SigInt);
    }

    /// <returns>The exit code.</returns>
    public Task<int> EndAsync() => _program.EndAsync();

    /// <summary>
    /// Name and outcome of every result, and the messages of those that failed, in the report's file; sorted.
    /// </summary>
    public IReadOnlyList<FleetResult> Results =>
    [
        .. XDocument.Load(ReportFile).Descendants(Trx + "UnitTestResult")
            .Select(r => new FleetResult(
            r.Attribute("testName")!.Value,
            r.Attribute("outcome")!.Value,
            r.Descendants(Trx + "Message").FirstOrDefault(m => m.Parent!.Name == Trx + "ErrorInfo")?.Value ?? "",
            r.Descendants(Trx + "Message").Select(m => m.Value)
                .FirstOrDefault(m => m.StartsWith("TestFlock: agent", StringComparison.Ordinal)) ?? ""))
            .OrderBy(r => r.Name, StringComparer.Ordinal),
    ];

    /// <summary>How many results have which outcome, in the words of Allure.</summary>
    public string Counts => CountsOf(Results.Select(result => result.Outcome switch
    {
        "Passed" => "passed",
        "Failed" => "failed",
        _ => "skipped",
    }));

    internal static string CountsOf(IEnumerable<string> outcomes) => string.Join(' ', outcomes
        .CountBy(outcome => outcome).OrderBy(count => count.Key, StringComparer.Ordinal)
        .Select(count => $"{count.Key} {count.Value}"));

    /// <summary>The whole report's file.</summary>
    public string Report => File.ReadAllText(ReportFile);

    /// <summary>Every file that the report has, by name.</summary>
    public IReadOnlyList<FileInfo> Attachments =>
        [.. XDocument.Load(ReportFile).Descendants(Trx + "ResultFile").Select(Find)];

    private string ReportFile => Path.Combine(_folder, "run.trx");

    private FileInfo Find(XElement file) => new DirectoryInfo(_folder)
        .EnumerateFiles(Path.GetFileName(file.Attribute("path")!.Value), SearchOption.AllDirectories).First();

    public ValueTask DisposeAsync() => _program.DisposeAsync();
}
