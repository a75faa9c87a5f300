using TestFlock.Agent.Logs;

namespace TestFlock.Agent.Serving;

/// <summary>
/// One thing that can be said to an agent: on the command line, in a variable, or in appsettings.json, in this order.
/// </summary>
/// <param name="Name">In the settings file, below <c>TestFlock</c>.</param>
/// <param name="Option">On the command line.</param>
/// <param name="Variable">In the environment.</param>
/// <param name="Meaning">For the help text.</param>
internal sealed record AgentSetting(string Name, string Option, string Variable, string Meaning)
{
    public static AgentSetting Broker { get; } = new(
        "Broker", "--broker", "TESTFLOCK_BROKER", "RabbitMQ's address, such as "
            + "amqp://user:password@host:5672/vhost or amqps://….");

    public static AgentSetting Coordination { get; } = new(
        "Coordination", "--coordination", "TESTFLOCK_COORDINATION", "Redis's address, such as "
            + "redis://:password@host:6379 or rediss://….");

    public static AgentSetting AgentName { get; } = new(
        "Name", "--name", "TESTFLOCK_NAME", "The agent's name, unique among living agents. "
            + "Default: the machine's name.");

    public static AgentSetting Slots { get; } = new(
        "Slots", "--slots", "TESTFLOCK_SLOTS", "How many tests run at once, 1 to 1024. Default: one for each core.");

    public static AgentSetting Capabilities { get; } = new(
        "Capabilities",
        "--capability",
        "TESTFLOCK_CAPABILITIES",
        "What tests may require, name=value; may be repeated. In the variable: separated by "
            + "semicolons. In the file: an object.");

    public static AgentSetting WorkFolder { get; } = new(
        "WorkFolder", "--work-folder", "TESTFLOCK_WORK_FOLDER", "Where files of calls lie. Default: a folder in the "
            + "system's temporary folder.");

    public static AgentSetting DrainTimeout { get; } = new(
        "DrainTimeout",
        "--drain-timeout",
        "TESTFLOCK_DRAIN_TIMEOUT",
        "How long running tests may go on after the first SIGTERM or Ctrl-C, "
            + "hours:minutes:seconds. Default: 00:10:00.");

    public static AgentSetting CacheFolder { get; } = new(
        "CacheFolder",
        "--cache-folder",
        "TESTFLOCK_CACHE_FOLDER",
        "Where test packages are kept; agents of one user may share it. Default: "
            + "testflock/packages in the user's own data.");

    public static AgentSetting CacheSize { get; } = new(
        "CacheSize", "--cache-size", "TESTFLOCK_CACHE_SIZE", "Gigabytes that the cache may hold beside what is in "
            + "use, 1 to 10000. Default: 10.");

    public static AgentSetting CacheDays { get; } = new(
        "CacheDays", "--cache-days", "TESTFLOCK_CACHE_DAYS", "How long packages are kept that no run asks for, 1 "
            + "to 3650 days. Default: 30.");

    public static AgentSetting Store { get; } = new(
        "Store",
        "--store",
        "TESTFLOCK_STORE",
        "A package store that needs a user, such as https://user:password@host/path, for runs that name it. May be "
        + "repeated; in the variable: separated by blanks.");

    public static AgentSetting LogFormat { get; } = new(
        "LogFormat", "--log-format", "TESTFLOCK_LOG_FORMAT", "text, or json for one object a line. Default: text.");

    public static AgentSetting LogLevel { get; } = new(
        "LogLevel", "--log-level", LogLevels.Variable, $"The least that is written: {LogLevels.Names}. "
            + "Default: information.");

    public static AgentSetting Shares { get; } = new(
        "Shares",
        "--shares",
        "TESTFLOCK_SHARES",
        "How slot time is shared between release, normal and background runs, each 1 to 100; the same for "
            + "all agents. Default: 16:4:1.");

    public static AgentSetting MetricsPort { get; } = new(
        "MetricsPort",
        "--metrics-port",
        "TESTFLOCK_METRICS_PORT",
        "The port that answers /metrics (Prometheus), /wanted (scaling) and /healthz to everybody, 1 to 65535. "
            + "Default: none.");

    public static IReadOnlyList<AgentSetting> All { get; } =
        [Broker, Coordination, AgentName, Slots, Capabilities, WorkFolder, DrainTimeout, CacheFolder, CacheSize,
            CacheDays, Store, LogFormat, LogLevel, MetricsPort, Shares];
}
