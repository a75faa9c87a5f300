using Microsoft.Extensions.Logging;

namespace TestFlock.Agent.Provisioning;

internal static partial class AgentPoolLog
{
    [LoggerMessage(531, LogLevel.Information,
        "Pool {Pool} keeps {Least} to {Most} agents of {Slots} slots, {Place}")]
    public static partial void Keeps(
        this ILogger<AgentPool> logger, string pool, int least, int most, int slots, string place);

    [LoggerMessage(532, LogLevel.Information, "{Action} {Agent}")]
    public static partial void Does(this ILogger<AgentPool> logger, PoolAction action, string agent);

    [LoggerMessage(533, LogLevel.Warning, "{Action} {Agent} failed: {Why}")]
    public static partial void NotDone(this ILogger<AgentPool> logger, PoolAction action, string agent, string why);

    [LoggerMessage(534, LogLevel.Critical, "Pool {Pool} cannot be kept: {Why}")]
    public static partial void CannotKeep(this ILogger<AgentPool> logger, string pool, string why);

    [LoggerMessage(535, LogLevel.Information, "Pool {Pool} has ended")]
    public static partial void Ended(this ILogger<AgentPool> logger, string pool);
}
