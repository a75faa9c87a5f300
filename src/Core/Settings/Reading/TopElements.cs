using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Matching;

namespace TestFlock.Core.Settings.Reading;

/// <summary>The settings that are one element with one value.</summary>
internal static class TopElements
{
    public static readonly Setting<bool> Enabled = new("Enabled", null, ValueKinds.Flag, "true");
    public static readonly Setting<ServerChoice> Broker =
        new("Broker", null, ValueKinds.Server("amqp", "amqps"), "embedded");
    public static readonly Setting<ServerChoice> Coordination =
        new("Coordination", null, ValueKinds.Server("redis", "rediss"), "embedded");
    public static readonly Setting<int> Slots = new("Slots", null, ValueKinds.Whole(1, 1024), "the number of cores");
    public static readonly Setting<string> Suite = new("Suite", null, ValueKinds.Name(200), "the test assembly's name");
    public static readonly Setting<RunPriority> Priority =
        new("Priority", null, ValueKinds.Choice<RunPriority>(), "normal");
    public static readonly Setting<Isolation> Isolation =
        new("Isolation", null, ValueKinds.Choice<Isolation>(), "warm");
    public static readonly Setting<UnitSize> Unit = new("Unit", null, ValueKinds.Choice<UnitSize>(), "auto");
    public static readonly Setting<RequirementSet> Requires = new("Requires", null, ValueKinds.Requirements, "nothing");
    public static readonly Setting<NoAgentsPolicy> WhenNoAgents =
        new("WhenNoAgents", null, ValueKinds.Choice<NoAgentsPolicy>(), "fail");

    public static readonly Setting<ProgressStyle> Progress =
        new("Progress", null, ValueKinds.Choice<ProgressStyle>(), "lines");

    public static readonly Setting<string> Resume = new("Resume", null, ValueKinds.Name(2000), "nothing");

    public static IReadOnlyList<Setting> All =>
    [
        Resume, Enabled, Broker, Coordination, Slots, Suite, Priority, Isolation, Unit, Requires, WhenNoAgents,
        Progress,
    ];
}
