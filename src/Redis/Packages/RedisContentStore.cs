using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using TestFlock.Core.Coordination;
using TestFlock.Core.Packages;
using TestFlock.Core.Servers;
using TestFlock.Redis.Connecting;
using TestFlock.Redis.Scripts;

namespace TestFlock.Redis.Packages;

/// <summary>
/// Content in the Redis that coordinates, in pieces: nothing more to install. It has a connection of its own, so that
/// no lease waits behind a package.
/// </summary>
public sealed class RedisContentStore : IContentStore
{
    // On a line of 10 Mbit/s a piece takes a fifth of a second, well below what a call may take.
    private const int PieceSize = 256 * 1024;
    private const int NamesOfCall = 500;

    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromMilliseconds(500);

    private readonly RedisConnection _connection;
    private readonly RedisContentOptions _options;
    private readonly TimeProvider _time;

    private RedisContentStore(RedisConnection connection, RedisContentOptions options, TimeProvider time) =>
        (_connection, _options, _time) = (connection, options, time);

    public string Name => _connection.Server;

    /// <exception cref="CoordinationException">Redis cannot be reached or refuses; the message has address and
    /// cure.</exception>
    public static async Task<RedisContentStore> OpenAsync(
        RedisOptions redis,
        RedisContentOptions options,
        IServerWatcher watcher,
        TimeProvider time,
        ILoggerFactory loggers,
        CancellationToken cancellationToken) =>
        new(await RedisConnection.OpenAsync(redis, watcher, time, loggers, cancellationToken), options, time);

    public async Task<IReadOnlyCollection<ContentName>> FindMissingAsync(
        IReadOnlyCollection<ContentName> names, CancellationToken cancellationToken)
    {
        var missing = new List<ContentName>();
        foreach (var some in names.Chunk(NamesOfCall))
        {
            RedisValue[] arguments = [Milliseconds(_options.KeptFor), .. some.Select(name => (RedisValue)name.Value)];
            var answer = (string[])(await CallAsync(RedisScript.ContentMissing, arguments, cancellationToken))!;
            missing.AddRange(answer.Select(name => new ContentName(name)));
        }

        return missing;
    }

    public async Task PutAsync(ContentName name, Stream content, CancellationToken cancellationToken)
    {
        var upload = Guid.NewGuid().ToString("N");
        var pieces = 0;
        var buffer = new byte[PieceSize];
        while (await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken)
            is var read
            && (read > 0 || pieces == 0))
        {
            RedisValue[] piece =
                [name.Value, upload, pieces, buffer.AsSpan(0, read).ToArray(), Milliseconds(ForgottenAfter)];
            await CallAsync(RedisScript.ContentPiece, piece, cancellationToken);
            pieces++;
            if (read < buffer.Length)
                break;
        }

        RedisValue[] seal = [name.Value, upload, pieces, Milliseconds(_options.KeptFor)];
        if ((long)await CallAsync(RedisScript.ContentSeal, seal, cancellationToken) == 0)
            throw new PackageException(
                $"{Name} lost a part of what was uploaded. Was it restarted? Run the tests again.");
    }

    public async Task<bool> TryGetAsync(ContentName name, Stream destination, CancellationToken cancellationToken)
    {
        for (int piece = 0, pieces = 1; piece < pieces; piece++)
        {
            var answer =
                (RedisResult[])(await CallAsync(RedisScript.ContentRead, [name.Value, piece], cancellationToken))!;
            if (answer is not [var count, var bytes])
            {
                return piece == 0
                    ? false
                    : throw new PackageException(
                        $"{Name} let '{name}' go while it was being read. Is its memory full? Run the tests again.");
            }

            pieces = (int)count;
            await destination.WriteAsync((byte[])bytes!, cancellationToken);
        }

        return true;
    }

    public Task RemoveAsync(ContentName name, CancellationToken cancellationToken) =>
        CallAsync(RedisScript.ContentRemove, [name.Value], cancellationToken);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static long Milliseconds(TimeSpan span) => (long)span.TotalMilliseconds;

    // A server that is away is waited for, but not for ever: nobody's results depend on it yet.
    private async Task<RedisResult> CallAsync(
        RedisScript script, RedisValue[] arguments, CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        try
        {
            while (true)
            {
                if (await _connection.TryCallAsync(script, arguments, cancellationToken) is { } answer)
                    return answer;
                if (_time.GetElapsedTime(began) > _options.LongestOutage)
                {
                    throw new PackageException(
                        $"The package store {Name} has not answered for {_options.LongestOutage.TotalSeconds:0} s. Is "
                        + "it running, has it memory left (maxmemory), and is the network there? "
                        + "Run the tests again then.");
                }

                await Task.Delay(PauseBetweenTries, _time, cancellationToken);
            }
        }
        catch (CoordinationException e)
        {
            throw new PackageException($"The package store {Name} cannot be used: {e.Message}", e);
        }
    }
}
