using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Core.Packages;
using TestFlock.Redis.Packages;
using TestFlock.Tests.Conformance.Packages;
using TestFlock.Tests.Servers;

namespace TestFlock.Redis.Tests;

[Collection(RedisCollection.Name)]
public sealed class RedisContentStoreTests(RedisFixture redis) : ContentStoreConformance
{
    [Fact]
    public async Task Content_and_what_never_became_content_expires()
    {
        await using var store = await OpenAsync();
        using var raw = await RawRedis.OpenAsync(redis.Server.Uri);
        var (kept, broken) = (NewName(), NewName());
        await PutAsync(store, kept, [1]);
        using var content = new OnePieceStream();
        await Should.ThrowAsync<IOException>(store.PutAsync(broken, content, default));

        var keys = (string[])(await raw.ExecuteAsync("KEYS", "{testflock}:*"))!;

        var arriving = keys.Single(k => k.Contains(broken.Value));
        ((long)await raw.ExecuteAsync("PTTL", arriving)).ShouldBeInRange(
            1, (long)TimeSpan.FromMinutes(10).TotalMilliseconds);
        ((long)await raw.ExecuteAsync("PTTL", $"{{testflock}}:content:{kept}"))
            .ShouldBeInRange(
                (long)TimeSpan.FromDays(6.9).TotalMilliseconds, (long)TimeSpan.FromDays(7).TotalMilliseconds);
    }

    [Fact]
    public async Task A_server_without_memory_is_told_and_afterwards_the_upload_works()
    {
        using var raw = await RawRedis.OpenAsync(redis.Server.Uri);
        var before = ((string[])(await raw.ExecuteAsync("CONFIG", "GET", "maxmemory"))!)[1];
        await using var store = await OpenAsync(new RedisContentOptions { LongestOutage = TimeSpan.FromSeconds(1) });
        var name = NewName();
        await raw.ExecuteAsync("CONFIG", "SET", "maxmemory", "1mb");
        try
        {
            (await Should.ThrowAsync<PackageException>(PutAsync(store, name, new byte[100_000]))).Message.ShouldContain(
                "maxmemory");
        }
        finally
        {
            await raw.ExecuteAsync("CONFIG", "SET", "maxmemory", before);
        }

        await PutAsync(store, name, [1]);

        (await GetAsync(store, name)).ShouldBe([1]);
    }

    [Fact]
    public async Task A_server_that_goes_away_in_the_middle_is_told_and_the_next_upload_works()
    {
        await using var network = new LoopbackRelay(redis.Server.Port);
        await using var store = await OpenAsync(
            new RedisContentOptions { LongestOutage = TimeSpan.FromSeconds(1) }, network.Port);
        var name = NewName();
        using var content = new CuttingStream(network);

        var failure = await Should.ThrowAsync<PackageException>(store.PutAsync(name, content, default));

        failure.Message.ShouldContain("has not answered");
        await using var next = await OpenAsync();
        (await next.FindMissingAsync([name], default)).ShouldBe([name]);
        await PutAsync(next, name, [1]);
        (await GetAsync(next, name)).ShouldBe([1]);
    }

    protected override Task<IContentStore> OpenAsync() => OpenAsync(new RedisContentOptions());

    private async Task<IContentStore> OpenAsync(RedisContentOptions options, int? port = null)
    {
        var clients = new RedisClients(port is { } p ? PrivateRedis.UriAt(p, 0) : redis.Server.Uri);
        return await RedisContentStore.OpenAsync(
            clients.Options,
            options,
            clients.Watcher,
            TimeProvider.System,
            NullLoggerFactory.Instance,
            CancellationToken.None);
    }

    /// <summary>Gives one whole piece, then fails.</summary>
    private sealed class OnePieceStream() : MemoryStream(new byte[256 * 1024])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == Length ? throw new IOException("The disk is gone.") : base.ReadAsync(buffer, cancellationToken);
    }

    /// <summary>Takes the network away after the first piece.</summary>
    private sealed class CuttingStream(LoopbackRelay network) : MemoryStream(new byte[1024 * 1024])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position > 0)
                network.Refuse();
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
