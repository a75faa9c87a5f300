namespace TestFlock.Agent.Tests.Telemetry;

/// <summary>Meters and activity sources are the process's: tests that listen to them run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryCollection
{
    public const string Name = "Telemetry";
}
