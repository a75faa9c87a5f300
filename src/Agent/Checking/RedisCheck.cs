using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Agent.Coordinating;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Overview;
using TestFlock.Core.Settings;
using TestFlock.Redis;
using TestFlock.Redis.Overview;

namespace TestFlock.Agent.Checking;

/// <summary>Redis, its clock and rules, and the agents that it knows.</summary>
internal static class RedisCheck
{
    private static readonly Version Oldest = new(5, 0);

    // Moments of several machines are compared in reports; rights never are.
    private static readonly TimeSpan LargestSkew = TimeSpan.FromSeconds(2);

    public static async IAsyncEnumerable<Finding> ExamineAsync(
        ServerAddress server, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RedisServerInfo info;
        FlockOverview overview;
        DateTimeOffset asked, answered;
        Finding? failed = null;
        try
        {
            await using var control = await RedisFlockControl.OpenAsync(
                new RedisOptions { Address = server.Uri, ClientName = "testflock-doctor" },
                new FailsInstead(),
                time,
                NullLoggerFactory.Instance,
                cancellationToken);
            asked = time.GetUtcNow();
            info = await control.FindServerAsync(cancellationToken);
            answered = time.GetUtcNow();
            overview = await control.LookAsync(cancellationToken);
        }
        catch (CoordinationException e)
        {
            failed = Finding.Bad("Redis", e.Message);
            (info, overview, asked, answered) = (null!, null!, default, default);
        }

        if (failed is not null)
        {
            yield return failed;
            yield break;
        }

        yield return ExamineServer(server, info);
        yield return ExamineClock(info.Time - (asked + (answered - asked) / 2));
        yield return ExamineAgents(overview);
    }

    private static Finding ExamineServer(ServerAddress server, RedisServerInfo info)
    {
        var text = $"{server}: Redis {info.Version}";
        if (Version.TryParse(info.Version, out var version) && version < Oldest)
            return Finding.Bad("Redis", $"{text} is too old. TestFlock needs {Oldest} or newer.");
        var doubts = new List<string>();
        if (info.Find("maxmemory") is not ("0" or null)
            && info.Find("maxmemory_policy") is { } policy and not "noeviction")
        {
            doubts.Add($"it may forget what it is told (maxmemory-policy {policy}): set noeviction");
        }

        if (info.Find("aof_enabled") == "0")
            doubts.Add("it writes no append-only file, so a restart forgets shares and history: set appendonly yes");
        return doubts.Count == 0
            ? Finding.Good("Redis", text)
            : Finding.Doubtful("Redis", $"{text}; {string.Join("; ", doubts)}");
    }

    private static Finding ExamineClock(TimeSpan ahead)
    {
        var skew = ahead.Duration();
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"this machine's differs from Redis's by {skew.TotalSeconds:F2} s");
        return skew <= LargestSkew
            ? Finding.Good("Clock", text)
            : Finding.Doubtful(
                "Clock",
                $"{text}. Rights are counted by Redis alone, but times in reports will be off: run NTP on both.");
    }

    private static Finding ExamineAgents(FlockOverview overview)
    {
        var slots = overview.Agents.Sum(agent => agent.Description.Slots);
        if (overview.Agents.Count == 0)
            return Finding.Doubtful("Agents", "none is alive. Start one: testflock agent.");
        var strangers = overview.Agents
            .Where(a => a.Description.Protocol < ProtocolVersion.Oldest
                || a.Description.OldestProtocol > ProtocolVersion.Current)
            .Select(a => $"{a.Description.Name} (protocol {a.Description.OldestProtocol} to {a.Description.Protocol})")
            .ToArray();
        var versions = string.Join(", ", overview.Agents.Select(a => a.Description.Version).Distinct());
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{overview.Agents.Count} with {slots} slots, version {versions}");
        return strangers.Length == 0
            ? Finding.Good("Agents", text)
            : Finding.Bad(
                "Agents",
                $"{text}; {string.Join(", ", strangers)} cannot work with this version, which speaks "
                + $"{ProtocolVersion.Oldest} to {ProtocolVersion.Current}. Upgrade the older side.");
    }
}
