using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Contracts;
using TestFlock.Execution.ProcessIsolation;

// Arguments: work folder, test assembly, script. Each event's name goes to the standard output as it is told.
var manifest = new RunManifest
{
    Run = new RunId("r1"),
    Suite = "scripted",
    Isolation = Isolation.Process,
    SettingsXml = "",
    WorkingDirectory = args[0],
    InheritsEnvironment = true,
};
var test = new TestCase
{
    Id = Guid.NewGuid(),
    FullyQualifiedName = "Scripted.Test",
    DisplayName = args[2],
    Source = args[1],
    ExecutorUri = "executor://MSTestAdapter/v4",
};
var unit = new Unit { Name = "unit", Attempts = [new RequestedAttempt { Id = new AttemptId(0, 1), Case = test }] };
var factory = new ProcessBatchRunnerFactory(
    args[0], Path.Combine(AppContext.BaseDirectory, "logger"), TimeProvider.System, NullLoggerFactory.Instance);
await using var runner = factory.Create(1);
await runner.RunAsync(
    manifest,
    new Batch { Run = manifest.Run, Id = new BatchId("b1"), Units = [unit] },
    Tell,
    CancellationToken.None,
    CancellationToken.None);

static ValueTask Tell(AgentEvent told)
{
    Console.WriteLine(told.GetType().Name);
    return ValueTask.CompletedTask;
}
