using System.Diagnostics.Metrics;

namespace TestFlock.Core.Telemetry;

/// <summary>
/// What is counted and measured, by OpenTelemetry's conventions for names and units. docs/operations.md has the table;
/// names stay. Without a listener an instrument costs a comparison.
/// </summary>
public static class FlockMeters
{
    public const string Name = "TestFlock";

    private static readonly Meter Meter = new(Name);

    /// <summary>Slots of this agent.</summary>
    public static UpDownCounter<long> Slots { get; } =
        Meter.CreateUpDownCounter<long>("testflock.slots", "{slot}", "Slots of the agent.");

    /// <summary>Slots of this agent that have a batch in hand.</summary>
    public static UpDownCounter<long> SlotsBusy { get; } =
        Meter.CreateUpDownCounter<long>("testflock.slots.busy", "{slot}", "Slots that have a batch in hand.");

    /// <summary>By <c>end</c>: reported, failed, returned, dropped.</summary>
    public static Counter<long> Batches { get; } =
        Meter.CreateCounter<long>("testflock.batches", "{batch}", "Batches that a slot had in hand, by end.");

    /// <summary>From a lease to the batch's results in custody.</summary>
    public static Histogram<double> BatchDuration { get; } = Meter.CreateHistogram<double>(
        "testflock.batch.duration", "s", "From the lease to the results in custody.");

    /// <summary>From a batch in hand to its first test: package and test process.</summary>
    public static Histogram<double> BeginDuration { get; } = Meter.CreateHistogram<double>(
        "testflock.batch.begin.duration", "s", "From a batch in hand to its first test.");

    /// <summary>Fetching, checking and laying out a run's package; the first batch of a run waits for it.</summary>
    public static Histogram<double> PackageDuration { get; } = Meter.CreateHistogram<double>(
        "testflock.package.duration", "s", "Until a run's package was ready for a batch.");

    /// <summary>By <c>outcome</c>: Passed, Failed, Skipped, None, NotFound.</summary>
    public static Counter<long> Results { get; } =
        Meter.CreateCounter<long>("testflock.results", "{result}", "Results that slots reported, by outcome.");

    /// <summary>What the framework says that the test took.</summary>
    public static Histogram<double> TestDuration { get; } =
        Meter.CreateHistogram<double>("testflock.test.duration", "s", "What tests took, as their framework says.");

    /// <summary>By <c>end</c>, as attempt ends are called.</summary>
    public static Counter<long> Attempts { get; } =
        Meter.CreateCounter<long>("testflock.attempts", "{attempt}", "Attempts that ended in a slot, by end.");

    /// <summary>By <c>outcome</c>; told by coordinators, each test once.</summary>
    public static Counter<long> RunTests { get; } =
        Meter.CreateCounter<long>(
            "testflock.run.tests", "{test}", "Tests that runs told the last word of, by outcome.");

    /// <summary>Tests of which no slot told an end; told by coordinators.</summary>
    public static Counter<long> RunTestsLost { get; } =
        Meter.CreateCounter<long>("testflock.run.tests.lost", "{test}", "Tests that were lost.");

    /// <summary>By <c>server</c>; told by agents and coordinators.</summary>
    public static Counter<long> ServerOutages { get; } =
        Meter.CreateCounter<long>("testflock.server.outages", "{outage}", "Times that a server was away.");
}
