using TestFlock.Agent.Telemetry;
using TestFlock.Contracts;
using TestFlock.Core.Overview;
using TestFlock.Core.Progress;
using TestFlock.Core.Telemetry;

namespace TestFlock.Agent.Tests.Telemetry;

/// <summary>What Prometheus reads.</summary>
[Collection(TelemetryCollection.Name)]
public sealed class PrometheusTextTests
{
    private static readonly RunState Run = new()
    {
        Id = new RunId("run-1"),
        Suite = "sh\"op",
        Environment = "staging",
        Waiting = new Dictionary<string, int> { [""] = 7, ["gpu"] = 2 },
        Progress = new RunProgress
        {
            Total = 9,
            Done = 0,
            Failed = 0,
            Flaky = 0,
            SlotsBusy = 0,
            WaitsFor = WaitReason.Of(WaitKind.Capacity, "room"),
        },
    };

    private static readonly FlockOverview Overview = new()
    {
        Runs = [Run],
        Environments = [new EnvironmentState("staging", 5, 1)],
        Work = [new SlotWork { Agent = "host-1", Slot = 1, Run = new RunId("run-2") }],
    };

    [Fact]
    public void Add_measurements_writesFamiliesWithHeadLabelsAndBuckets()
    {
        using var store = new MetricStore();
        FlockMeters.Results.Add(2, new KeyValuePair<string, object?>("outcome", "Passed"));
        FlockMeters.Results.Add(1, new KeyValuePair<string, object?>("outcome", "Failed"));
        FlockMeters.TestDuration.Record(0.02);
        FlockMeters.TestDuration.Record(7);
        FlockMeters.SlotsBusy.Add(1);

        var lines = new PrometheusText().Add(store.Copy()).ToString().Split('\n');

        lines.ShouldContain("# TYPE testflock_results_total counter");
        lines.ShouldContain("testflock_results_total{outcome=\"Passed\"} 2");
        lines.ShouldContain("testflock_results_total{outcome=\"Failed\"} 1");
        lines.ShouldContain("# TYPE testflock_test_duration_seconds histogram");
        lines.ShouldContain("testflock_test_duration_seconds_bucket{le=\"0.01\"} 0");
        lines.ShouldContain("testflock_test_duration_seconds_bucket{le=\"0.05\"} 1");
        lines.ShouldContain("testflock_test_duration_seconds_bucket{le=\"+Inf\"} 2");
        lines.ShouldContain("testflock_test_duration_seconds_sum 7.02");
        lines.ShouldContain("testflock_slots_busy 1");
        lines.Where(line => line.StartsWith("# TYPE", StringComparison.Ordinal)).ShouldBeUnique();
    }

    [Fact]
    public void Add_overview_tellsTheFlock()
    {
        var lines = new PrometheusText().Add(Overview).ToString().Split('\n');

        lines.ShouldContain("testflock_flock_agents 0");
        lines.ShouldContain("testflock_flock_run_batches_waiting{run=\"run-1\",suite=\"sh\\\"op\"} 9");
        lines.ShouldContain("testflock_flock_run_waits{run=\"run-1\",suite=\"sh\\\"op\",kind=\"Capacity\"} 1");
        lines.ShouldContain("testflock_flock_slots_wanted 4");
        lines.ShouldContain("testflock_flock_environment_capacity{environment=\"staging\"} 5");
        lines.Where(line => line.StartsWith("# TYPE", StringComparison.Ordinal)).ShouldBeUnique();
    }
}
