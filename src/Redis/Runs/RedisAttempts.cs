using System.Text;
using TestFlock.Contracts;
using TestFlock.Core.Overview;
using TestFlock.Core.Wire;
using TestFlock.Redis.Connecting;
using TestFlock.Redis.Scripts;

namespace TestFlock.Redis.Runs;

/// <summary>
/// The latest attempts of each run that are worth a look, kept for an hour after the last of them. What cannot be told
/// while Redis is away is left out: reports have it.
/// </summary>
public sealed class RedisAttempts
{
    private const int MostOfRun = 200;
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    private readonly RedisConnection _connection;

    internal RedisAttempts(RedisConnection connection) => _connection = connection;

    public Task TellAsync(RunId run, AttemptSeen attempt, CancellationToken cancellationToken) =>
        _connection.TryCallAsync(
            RedisScript.AttemptTell,
            [
                run.Value, Encoding.UTF8.GetString(StrictJson.Write(attempt)), MostOfRun,
                (long)KeptFor.TotalMilliseconds,
            ],
            cancellationToken);

    /// <summary>The latest last; none when the run is not known, or all is well with it.</summary>
    public async Task<IReadOnlyList<AttemptSeen>> FindAsync(RunId run, CancellationToken cancellationToken)
    {
        var told = (string[])(await _connection.CallAsync(RedisScript.Attempts, [run.Value], cancellationToken))!;
        return [.. told.Select(TryRead).OfType<AttemptSeen>()];
    }

    // Another version, or a stranger, may write there, too.
    private static AttemptSeen? TryRead(string json)
    {
        try
        {
            return StrictJson.Read<AttemptSeen>(Encoding.UTF8.GetBytes(json));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
