using System.Runtime.CompilerServices;
using TestFlock.Agent.Serving;
using TestFlock.Core.Settings;
using TestFlock.Packages.Cache;

namespace TestFlock.Agent.Checking;

/// <summary>Looks at one thing after the other; what one look needs of another it does without.</summary>
/// <param name="sources">What an agent here would be told.</param>
/// <param name="settingsFile">Run settings to check; null for none.</param>
/// <param name="time">The clock.</param>
internal sealed class Doctor(AgentSources sources, FileInfo? settingsFile, TimeProvider time)
{
    public async IAsyncEnumerable<Finding> ExamineAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var finding in MachineCheck.Examine())
            yield return finding;
        var workFolder = sources.Find(AgentSetting.WorkFolder)?.Value
            ?? Path.Combine(Path.GetTempPath(), "testflock-agent");
        var cacheFolder = sources.Find(AgentSetting.CacheFolder)?.Value ?? PackageCache.DefaultFolder;
        yield return DiskCheck.Examine("Work folder", workFolder, AgentSetting.WorkFolder);
        yield return DiskCheck.Examine("Package cache", cacheFolder, AgentSetting.CacheFolder);

        var settings = settingsFile is null ? null : SettingsCheck.Read(settingsFile);
        foreach (var finding in settings?.Findings ?? [])
            yield return finding;
        if (Address(AgentSetting.Coordination, settings?.Settings?.Coordination, "redis", "rediss") is var redis
            && redis.Problem is { } noRedis)
            yield return noRedis;
        if (Address(AgentSetting.Broker, settings?.Settings?.Broker, "amqp", "amqps") is var rabbit
            && rabbit.Problem is { } noRabbit)
            yield return noRabbit;
        if (redis.Server is null && rabbit.Server is null && redis.Problem is null && rabbit.Problem is null)
            yield return Finding.Good("Servers", "none are configured: runs are embedded, on this machine alone");

        if (redis.Server is { } coordination)
        {
            await foreach (var finding in RedisCheck.ExamineAsync(coordination, time, cancellationToken))
                yield return finding;
        }

        if (rabbit.Server is { } broker)
            yield return await RabbitMqCheck.ExamineAsync(broker, time, cancellationToken);
    }

    private (ServerAddress? Server, Finding? Problem) Address(
        AgentSetting setting, ServerAddress? ofSettings, params string[] schemes)
    {
        if (ofSettings is not null)
            return (ofSettings, null);
        if (sources.Find(setting) is not var (value, place))
            return (null, null);
        return ServerAddress.TryParse(value, schemes, out var address)
            ? (address, null)
            : (null, Finding.Bad(
                setting.Name,
                $"{place}: '{SecretMask.Hide(value)}' is no address. Write {schemes[0]}://… or {schemes[1]}://…: "
                + setting.Meaning));
    }
}
