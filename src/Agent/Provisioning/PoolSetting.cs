using TestFlock.Agent.Serving;

namespace TestFlock.Agent.Provisioning;

/// <summary>What can be said of a pool beside what can be said to an agent.</summary>
internal static class PoolSetting
{
    public static AgentSetting Most { get; } = new(
        "Most", "--most", "TESTFLOCK_POOL_MOST", "Never more agents, 1 to 1000. Default: 1.");

    public static AgentSetting Least { get; } = new(
        "Least", "--least", "TESTFLOCK_POOL_LEAST", "So many agents even when nothing waits. Default: 0.");

    public static AgentSetting Idle { get; } = new(
        "Idle",
        "--idle",
        "TESTFLOCK_POOL_IDLE",
        "An agent that nobody wants is retired after so long without tests, hours:minutes:seconds. Default: 00:05:00.");

    public static AgentSetting StartTimeout { get; } = new(
        "StartTimeout",
        "--start-timeout",
        "TESTFLOCK_POOL_START_TIMEOUT",
        "An agent that has not come after so long is given up. Default: 00:05:00.");

    public static AgentSetting Command { get; } = new(
        "Command",
        "--command",
        "TESTFLOCK_POOL_COMMAND",
        "A program that is called with start NAME and remove NAME, and brings and takes away the machine of that "
        + "agent. Default: agents are processes on this machine.");

    public static IReadOnlyList<AgentSetting> All { get; } = [Most, Least, Idle, StartTimeout, Command];

    /// <summary>Those of an agent that hold for each of many on one machine.</summary>
    public static IReadOnlyList<AgentSetting> OfAgents { get; } =
        [.. AgentSetting.All.Except([AgentSetting.MetricsPort])];
}
