using System.Globalization;
using TestFlock.Contracts;
using TestFlock.Core.Transport;

namespace TestFlock.Tests.Conformance;

/// <summary>Sound messages to send about; each call makes new ids.</summary>
public static class Some
{
    private static int _next;

    public static RunId Run() => new($"run-{Guid.NewGuid():N}");

    public static Batch Batch(RunId run, string requirements = "", params string[] tests) => new()
    {
        Run = run,
        Id = new BatchId(string.Create(CultureInfo.InvariantCulture, $"batch-{Interlocked.Increment(ref _next)}")),
        Requirements = requirements,
        Units = [new Unit { Name = "Shop.Cart", Attempts = [.. (tests is [] ? ["Adds"] : tests).Select(Attempt)] }],
        ExpectedDuration = TimeSpan.FromSeconds(1.5),
    };

    public static QueueName QueueOf(Batch batch) => new(batch.Run, batch.Requirements);

    public static AgentReport Report(Batch batch, params AgentEvent[] events) => new()
    {
        Run = batch.Run,
        Batch = batch.Id,
        Execution = Guid.NewGuid(),
        Agent = "host-7",
        Slot = 3,
        Events = events is [] ? [Note("begun")] : events,
    };

    public static AgentNote Note(string text) => new() { Level = NoteLevel.Informational, Text = text };

    public static ResultArrived Result(int ordinal, string output) => new()
    {
        Attempt = new AttemptId(ordinal, 1),
        Result = new TestResult
        {
            Outcome = Outcome.Failed,
            ErrorMessage = "expected 1, was 2",
            Messages = [new ResultMessage { Category = "StdOutMsgs", Text = output }],
            Duration = TimeSpan.FromMilliseconds(12.5),
            StartTime = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        },
    };

    public static RunManifest Manifest(RunId run) => new()
    {
        Run = run,
        Suite = "checkout",
        Isolation = Isolation.Process,
        SettingsXml = "<RunSettings><A>ü & \"</A></RunSettings>",
        WorkingDirectory = "/somewhere/else",
        Variables = new Dictionary<string, string> { ["SHOP_URL"] = "https://shop.example" },
    };

    private static RequestedAttempt Attempt(string test, int ordinal) => new()
    {
        Id = new AttemptId(ordinal, 1),
        Case = new TestCase
        {
            Id = Guid.NewGuid(),
            FullyQualifiedName = $"Shop.Cart.{test}",
            DisplayName = test,
            Source = "/somewhere/Shop.Tests.dll",
            ExecutorUri = "executor://nunit3testexecutor/",
        },
    };
}
