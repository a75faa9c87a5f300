using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Agent.Run;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Execution;
using TestFlock.Core.Reporting;
using TestFlock.Core.Runs;
using TestFlock.Core.Telemetry;
using TestFlock.Execution.Slots;
using TestFlock.Local;
using TestFlock.Testing;

namespace TestFlock.Agent.Tests.Telemetry;

/// <summary>The real coordinator and slots; only the test process is played.</summary>
[Collection(TelemetryCollection.Name)]
public sealed class TestTraceTests
{
    [Fact]
    public async Task Each_test_has_one_trace_from_its_queue_to_its_report()
    {
        var spans = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == FlockTraces.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);

        await RunAsync("Adds", "Removes");

        var traces = spans.GroupBy(span => span.TraceId).ToArray();
        traces.Length.ShouldBe(2);
        foreach (var trace in traces)
        {
            var root = trace.Single(span => span.OperationName == "testflock.test");
            trace.Select(span => span.OperationName).Order(StringComparer.Ordinal).ShouldBe(
            [
                "testflock.host", "testflock.leased", "testflock.package", "testflock.queued", "testflock.report",
                "testflock.run", "testflock.test",
            ]);
            trace.Where(span => span != root).ShouldAllBe(span => span.ParentSpanId == root.SpanId);
            root.GetTagItem("test.case.result.status").ShouldBe("Passed");
            trace.Single(span => span.OperationName == "testflock.run").GetTagItem("testflock.slot").ShouldBe("host-1/1");
        }
    }

    private static async Task RunAsync(params string[] names)
    {
        var run = new RunId("run-1");
        var cases = names.Select(name => new TestCase
        {
            Id = Guid.NewGuid(),
            FullyQualifiedName = $"Shop.Cart.{name}",
            DisplayName = name,
            Source = "shop.dll",
            ExecutorUri = "executor://any",
        }).ToArray();
        var (plan, telemetry) = RunTelemetry.Follow(new RunPlan
        {
            Manifest = Manifests.Plain with { Run = run },
            Share = new RunShare { Priority = RunPriority.Normal },
            Cases = cases,
            Batches =
            [
                new Batch
                {
                    Run = run,
                    Id = new BatchId("1"),
                    Units = [.. cases.Select((c, i) => new Unit
                    {
                        Name = c.DisplayName,
                        Attempts = [new RequestedAttempt { Id = new AttemptId(i, 1), Case = c }],
                    })],
                },
            ],
        });
        var (transport, coordination) = (new LocalTransport(), new LocalCoordination(new FreeMachine()));
        using var stop = new CancellationTokenSource();
        var agent = new AgentLoop(
            new AgentDescription { Name = "host-1", Slots = 1, Version = "0" },
            coordination,
            transport,
            [new PlayedRunners()],
            TimeProvider.System,
            NullLoggerFactory.Instance).RunAsync(stop.Token, stop.Token);
        await new RunCoordinator(
            plan,
            transport,
            coordination,
            new ReportFan([telemetry], NullLogger<ReportFan>.Instance),
            new RunRules(),
            TimeProvider.System,
            NullLoggerFactory.Instance).RunAsync(CancellationToken.None);
        await stop.CancelAsync();
        await agent.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private sealed class FreeMachine : IMachineSlots
    {
        public Task<IDisposable> TakeAsync(int slot, CancellationToken cancellationToken) =>
            Task.FromResult<IDisposable>(new CancellationTokenSource());
    }

    private sealed class PlayedRunners : IBatchRunnerFactory, IBatchRunner
    {
        public Isolation Isolation => Isolation.Process;

        public IBatchRunner Create(int slot) => this;

        public async Task RunAsync(
            RunManifest manifest,
            Batch batch,
            Func<AgentEvent, ValueTask> events,
            CancellationToken askedBack,
            CancellationToken stop)
        {
            BatchSteps.Note("testflock.package", DateTimeOffset.UtcNow, DateTimeOffset.UtcNow);
            foreach (var attempt in batch.Units.SelectMany(unit => unit.Attempts))
            {
                ActivityContext.TryParse(attempt.TraceParent, null, out _).ShouldBeTrue();
                await events(new AttemptStarted { Attempt = attempt.Id, At = DateTimeOffset.UtcNow });
                await events(
                    new ResultArrived { Attempt = attempt.Id, Result = new TestResult { Outcome = Outcome.Passed } });
                await events(
                    new AttemptEnded { Attempt = attempt.Id, End = AttemptEnd.Completed, At = DateTimeOffset.UtcNow });
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
