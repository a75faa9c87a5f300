using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Overview;
using TestFlock.Core.Progress;
using TestFlock.Core.Wire;
using TestFlock.Redis.Connecting;
using TestFlock.Redis.Scripts;

namespace TestFlock.Redis.Overview;

/// <summary>
/// Reads what the server knows. What a stranger or another version wrote there and cannot be read is left out.
/// </summary>
internal sealed partial class OverviewReader(RedisConnection connection, ILogger<OverviewReader> logger)
{
    // One look costs the server some microseconds for each; others wait meanwhile.
    private const int MostWork = 2000;

    public async Task<FlockOverview> ReadAsync(CancellationToken cancellationToken)
    {
        var lists = (RedisResult[])(await connection.CallAsync(RedisScript.Overview, [MostWork], cancellationToken))!;
        return new FlockOverview
        {
            Agents = [.. Read(lists[0], ReadAgent).OrderBy(a => a.Description.Name, StringComparer.Ordinal)],
            Runs = [.. Read(lists[1], ReadRun).OrderBy(r => r.Id.Value, StringComparer.Ordinal)],
            Work = [.. Read(lists[2], ReadWork)],
            Environments = [.. Read(lists[3], ReadEnvironment).OrderBy(e => e.Name, StringComparer.Ordinal)],
        };
    }

    private static AgentState ReadAgent(string[] agent) => new(Parse<AgentDescription>(agent[0]), agent[1] == "1");

    private static RunState ReadRun(string[] run) => new()
    {
        Id = new RunId(run[0]),
        Priority = run[1] switch
        {
            "release" => RunPriority.Release,
            "background" => RunPriority.Background,
            _ => RunPriority.Normal,
        },
        Environment = run[2],
        IsStopping = run[3] == "stopping",
        Suite = TextOf(run[4]),
        Owner = TextOf(run[5]),
        OpenFor = run[6].Length == 0 ? null : Milliseconds(run[6]),
        Progress = run[7].Length == 0 ? null : Parse<RunProgress>(run[7]),
        Waiting = run[8..].Chunk(2).ToDictionary(pair => pair[0], pair => Number(pair[1]), StringComparer.Ordinal),
    };

    private static SlotWork ReadWork(string[] work) => new()
    {
        Run = new RunId(work[0]),
        Environment = work[1],
        Agent = work[2],
        Slot = Number(work[3]),
        For = Milliseconds(work[4]),
        What = TextOf(work[5]),
    };

    private static EnvironmentState ReadEnvironment(string[] environment) => new(
        environment[0], environment[1].Length == 0 ? null : Number(environment[1]), Number(environment[2]));

    private static string? TextOf(string text) => text.Length == 0 ? null : text;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static TimeSpan Milliseconds(string text) =>
        TimeSpan.FromMilliseconds(long.Parse(text, CultureInfo.InvariantCulture));

    private static T Parse<T>(string json) => StrictJson.Read<T>(Encoding.UTF8.GetBytes(json));

    private IEnumerable<T> Read<T>(RedisResult list, Func<string[], T> read)
        where T : class => ((RedisResult[])list!).Select(entry => TryRead((string[])entry!, read)).OfType<T>();

    private T? TryRead<T>(string[] entry, Func<string[], T> read)
        where T : class
    {
        try
        {
            return read(entry);
        }
        catch (Exception e) when (
            e is InvalidDataException or FormatException or OverflowException or ArgumentException)
        {
            Unreadable(logger, typeof(T).Name, e.Message);
            return null;
        }
    }

    [LoggerMessage(471, LogLevel.Debug, "{What} cannot be read and is left out: {Why}")]
    private static partial void Unreadable(ILogger logger, string what, string why);
}
