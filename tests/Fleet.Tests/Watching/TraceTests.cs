using System.Text;
using System.Text.RegularExpressions;
using TestFlock.Fleet.Tests.Support;

namespace TestFlock.Fleet.Tests.Watching;

/// <summary>One trace goes from the queue through the agent into the tests themselves.</summary>
public sealed partial class TraceTests : IAsyncLifetime
{
    private readonly Support.Fleet _fleet = new();
    private readonly OtlpCollector _collector = new();

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _fleet.DisposeAsync();
        _collector.Dispose();
    }

    [Fact]
    public async Task A_span_that_a_test_begins_joins_the_tests_trace_in_both_kinds_of_isolation()
    {
        _fleet.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = _collector.Address;
        _fleet.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        var agent = await _fleet.StartAgentAsync("host-1", slots: 2);
        var runs = new[] { "process", "warm" }.Select(isolation => _fleet.StartRun(
            FleetSuite.Surroundings, new FleetSettings { Isolation = isolation, Filter = "Name~Begins_a_span" })).ToArray();
        foreach (var run in runs)
            (await run.EndAsync()).ShouldBe(0, run.Console);

        agent.Signal(ChildProgram.SigTerm);
        (await agent.EndAsync()).ShouldBe(0, agent.Log);

        // So does each line of the agent's log that is about a batch.
        agent.Log.Split('\n').Where(line => line.Contains("BatchExecution[", StringComparison.Ordinal))
            .ShouldAllBe(line => AgentSlotRunBatch().IsMatch(line));

        var ids = runs.Select(run => Trace().Match(run.Report).Groups[1].Value).ToArray();
        ids.ShouldBeUnique();
        foreach (var id in ids)
        {
            // The id is in each span of the trace: those of the coordinator and those of the agent.
            var bytes = Encoding.Latin1.GetString(Convert.FromHexString(id));
            var spans = _collector.Traces.Split(bytes)[1..].Select(rest => SpanName().Match(rest).Value);
            spans.ShouldBeSubsetOf(["testflock.test", "testflock.queued", "testflock.leased", "testflock.host",
                "testflock.run", "testflock.report", "testflock.package"]);
            spans.ShouldContain("testflock.test");
            spans.ShouldContain("testflock.run");
        }
    }

    [GeneratedRegex(@"=> host-1/[12] run \S+ batch \S+ ")]
    private static partial Regex AgentSlotRunBatch();

    [GeneratedRegex(@"\[trace ([0-9a-f]{32})\]")]
    private static partial Regex Trace();

    [GeneratedRegex(@"testflock\.(test|queued|leased|host|run|report|package)")]
    private static partial Regex SpanName();
}
