using System.Reflection;
using System.Text.RegularExpressions;
using System.Diagnostics.Metrics;
using TestFlock.Agent.Telemetry;
using TestFlock.Contracts;
using TestFlock.Core.Overview;
using TestFlock.Core.Progress;
using TestFlock.Core.Telemetry;

namespace TestFlock.Agent.Tests.Telemetry;

/// <summary>Boards, alerts and documentation name what is really told.</summary>
[Collection(TelemetryCollection.Name)]
public sealed partial class ObservabilityFilesTests
{
    private static readonly string Repository = FindRepository();

    [Theory]
    [InlineData("build/deploy/observability/grafana.json")]
    [InlineData("build/deploy/observability/alerts.yml")]
    public void Every_name_in_it_is_one_that_an_agent_tells(string file)
    {
        var told = NamesInPrometheus();

        var used = PrometheusName().Matches(File.ReadAllText(Path.Combine(Repository, file))).Select(m => m.Value)
            .Distinct().ToArray();

        used.Length.ShouldBeGreaterThan(5);
        used.Except(told).ShouldBeEmpty();
    }

    [Fact]
    public void Every_instrument_is_documented()
    {
        var documented = File.ReadAllText(Path.Combine(Repository, "docs/operations.md"));

        foreach (var instrument in Instruments())
            documented.ShouldContain($"`{instrument.Name}`");
    }

    private static HashSet<string> NamesInPrometheus()
    {
        using var store = new MetricStore();
        foreach (var instrument in Instruments())
        {
            switch (instrument)
            {
                case Counter<long> counter:
                    counter.Add(1);
                    break;
                case UpDownCounter<long> level:
                    level.Add(0);
                    break;
                case Histogram<double> histogram:
                    histogram.Record(1);
                    break;
            }
        }

        var run = new RunState
        {
            Id = new RunId("1"),
            OpenFor = TimeSpan.Zero,
            Progress = new RunProgress
            {
                Total = 1,
                Done = 0,
                Failed = 0,
                Flaky = 0,
                SlotsBusy = 0,
                WaitsFor = WaitReason.Of(WaitKind.Agents, ""),
            },
        };
        var text = new PrometheusText().Add(store.Copy()).Add(
            new FlockOverview { Runs = [run], Environments = [new EnvironmentState("staging", 1, 0)] }).ToString();
        return PrometheusName().Matches(text).Select(m => m.Value).ToHashSet();
    }

    private static IEnumerable<Instrument> Instruments() =>
        typeof(FlockMeters).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => property.GetValue(null)).OfType<Instrument>();

    private static string FindRepository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Extension.sln")))
            at = at.Parent!;
        return at.FullName;
    }

    [GeneratedRegex("testflock_[a-z_]+")]
    private static partial Regex PrometheusName();
}
