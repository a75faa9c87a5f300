using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>Why one try of a test case stopped; says nothing about the outcome.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AttemptEnd>))]
public enum AttemptEnd
{
    /// <summary>The test process reported it to the end.</summary>
    Completed,

    /// <summary>It ran longer than allowed and was stopped.</summary>
    TimedOut,

    /// <summary>The test process died while the test ran.</summary>
    HostCrashed,

    /// <summary>The agent died, or was cut off for longer than a claim lasts.</summary>
    AgentLost,

    /// <summary>The user, or the run's end, stopped it.</summary>
    Cancelled,

    /// <summary>The test process ended in peace, twice, and never reported the test.</summary>
    Missing,

    /// <summary>It was never begun: no living agent could run it.</summary>
    NoAgent,
}
