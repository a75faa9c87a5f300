using System.Xml.Linq;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>A <c>dotnet test</c> in a process of its own, as a user starts it.</summary>
public sealed class FleetRun : IAsyncDisposable
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    private readonly ChildProgram _program;
    private readonly string _report;

    private FleetRun(ChildProgram program, string report, string journal) =>
        (_program, _report, Journal) = (program, report, new FleetJournal(journal));

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
        return new FleetRun(
            ChildProgram.Start(fleet.Folder, new Dictionary<string, string>(), arguments), Path.Combine(folder, "run.trx"), journal);
    }

    public Task<string> ConsoleLineAsync(string part) => _program.LineAsync(part);

    /// <returns>The exit code.</returns>
    public Task<int> EndAsync() => _program.EndAsync();

    /// <summary>Name and outcome of every result, and the messages of those that failed, in the report's file; sorted.</summary>
    public IReadOnlyList<FleetResult> Results =>
    [
        .. XDocument.Load(_report).Descendants(Trx + "UnitTestResult").Select(r => new FleetResult(
            r.Attribute("testName")!.Value,
            r.Attribute("outcome")!.Value,
            r.Descendants(Trx + "Message").FirstOrDefault(m => m.Parent!.Name == Trx + "ErrorInfo")?.Value ?? "",
            r.Descendants(Trx + "Message").Select(m => m.Value).FirstOrDefault(m => m.StartsWith("TestFlock: agent", StringComparison.Ordinal)) ?? ""))
            .OrderBy(r => r.Name, StringComparer.Ordinal),
    ];

    public ValueTask DisposeAsync() => _program.DisposeAsync();
}
