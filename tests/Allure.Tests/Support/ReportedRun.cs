using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Contracts;
using TestFlock.Core.Progress;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;
using TestFlock.Testing;

namespace TestFlock.Allure.Tests.Support;

/// <summary>The real report, told of a run that a test makes up.</summary>
internal sealed class ReportedRun : IDisposable
{
    private readonly List<TestCase> _cases = [];
    private AllureReport? _report;

    public string Folder { get; } = Directory.CreateTempSubdirectory("testflock-allure-").FullName;

    public string Results => Path.Combine(Folder, "results", "allure-results");

    public ManualTime Time { get; } = new();

    public AllureOptions Options { get; set; } = new();

    public Dictionary<string, string> Environment { get; } = [];

    public IReadOnlyList<string> Sources { get; set; } = ["/nowhere/Shop.dll"];

    public AllureReport Report => _report ??= Create();

    /// <summary>By name of the file, everything that ends so, as JSON.</summary>
    public IReadOnlyList<JsonObject> Read(string ending) =>
    [
        .. Directory.EnumerateFiles(Results, "*" + ending).Order(StringComparer.Ordinal)
            .Select(file => JsonNode.Parse(File.ReadAllBytes(file))!.AsObject()),
    ];

    /// <summary>The results of attempts, in the order of their starts.</summary>
    public IReadOnlyList<JsonObject> ReadResults() => [.. Read("-result.json").OrderBy(r => (long)r["start"]!)];

    public Task BeginAsync(params TestCase[] cases)
    {
        _cases.AddRange(cases);
        return TellAsync(new RunBegan(
            Manifests.Plain with { Run = new RunId($"run-{Guid.NewGuid():N}"), Isolation = Isolation.Warm },
            _cases,
            Time.GetUtcNow()));
    }

    /// <summary>One attempt from its beginning to its end; the case goes on.</summary>
    public async Task AttemptAsync(
        int ordinal,
        int number,
        AttemptPlace place,
        IReadOnlyList<TestResult> results,
        AttemptEnd end = AttemptEnd.Completed,
        TimeSpan clockAhead = default)
    {
        var id = new AttemptId(ordinal, number);
        await TellAsync(new BatchTaken(place, Time.GetUtcNow() + clockAhead));
        await TellAsync(new AttemptFinished(new FinishedAttempt
        {
            Id = id,
            Place = place,
            End = end,
            Began = Time.GetUtcNow() + clockAhead,
            Ended = Time.GetUtcNow() + clockAhead,
            Results = results,
        }));
    }

    /// <summary>The case is over, told as it was.</summary>
    public async Task FinishAsync(int ordinal, int attempt, params TestResult[] told)
    {
        foreach (var result in told)
            await TellAsync(new ResultFinal(new AttemptId(ordinal, attempt), new AttemptPlace("agent-1", 1), result));
        await TellAsync(new CaseFinished(ordinal, Outcome.Passed));
    }

    /// <summary>Returns when so many results are there, of which the run, going on, has told.</summary>
    public async Task WrittenAsync(int results)
    {
        await TellAsync(new ProgressMade(
            new RunProgress { Total = _cases.Count, Done = 0, Failed = 0, Flaky = 0, SlotsBusy = 1 },
            DateTimeOffset.UnixEpoch));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var watcher = new FileSystemWatcher(Results);
        while (Directory.GetFiles(Results, "*-result.json").Length < results)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Run(() => watcher.WaitForChanged(WatcherChangeTypes.All, TimeSpan.FromMilliseconds(200)));
        }
    }

    public Task EndAsync() => TellAsync(new RunFinished(false, Time.GetUtcNow()));

    /// <summary>Who tells the report, where it is not the only one.</summary>
    public ReportFan? Fan { get; set; }

    public async Task TellAsync(RunEvent runEvent)
    {
        if (Fan is { } fan)
            await fan.TellAsync(runEvent, CancellationToken.None);
        else
            await Report.TellAsync(runEvent, CancellationToken.None);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    private AllureReport Create() => new(
        new AllureRun
        {
            Options = Options,
            Sources = Sources,
            ResultsDirectory = Path.Combine(Folder, "results"),
            LogFile = Write("coordinator.log", "what the coordinator did"),
            Version = "1.2.3",
            Environment = Environment,
        },
        (sets, _) => ValueTask.FromResult(sets),
        Time,
        NullLogger<AllureReport>.Instance);
}
