using System.Text.Json.Serialization;

namespace TestFlock.Core.Progress;

/// <summary>What a run waits for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WaitKind>))]
public enum WaitKind
{
    /// <summary>No living agent can run the tests, or those that can take nothing new.</summary>
    Agents,

    /// <summary>The environment bears no more at once.</summary>
    Capacity,

    /// <summary>Slots that could run the tests run those of other runs.</summary>
    OtherRuns,

    /// <summary>Agents fetch the run's package, or start its first test process.</summary>
    Package,

    /// <summary>Agents could not run the tests, and they are tried again.</summary>
    Trouble,
}
