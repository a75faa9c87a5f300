using StackExchange.Redis;

namespace TestFlock.Tests.Servers;

/// <summary>A stranger with the server's password.</summary>
public sealed class RawRedis : IDisposable
{
    private readonly ConnectionMultiplexer _multiplexer;

    private RawRedis(ConnectionMultiplexer multiplexer) => _multiplexer = multiplexer;

    public static async Task<RawRedis> OpenAsync(Uri address, int database = 0) =>
        new(await ConnectionMultiplexer.ConnectAsync($"{address.Host}:{address.Port},defaultDatabase={database}"));

    public Task<RedisResult> ExecuteAsync(string command, params object[] arguments) =>
        _multiplexer.GetDatabase().ExecuteAsync(command, arguments);

    public async Task<IReadOnlyList<string>> FindKeysAsync() => (string[])(await ExecuteAsync("KEYS", "*"))!;

    public void Dispose() => _multiplexer.Dispose();
}
