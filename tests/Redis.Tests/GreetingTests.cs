using StackExchange.Redis;
using TestFlock.Redis.Connecting;
using TestFlock.Tests.Servers;

namespace TestFlock.Redis.Tests;

/// <summary>What a server refuses is learnt from the server, however the client library failed.</summary>
public sealed class GreetingTests : IAsyncLifetime
{
    private readonly PrivateRedis _redis = new();

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_redis.Folder, "password"), "s3cret");
        await _redis.StartAsync();
    }

    public async Task DisposeAsync() => await _redis.DisposeAsync();

    [Theory]
    [InlineData("s3cret", 0, null)]
    [InlineData("wr0ng", 0, "WRONGPASS")]
    [InlineData(null, 0, "NOAUTH")]
    [InlineData("s3cret", 99, "ERR DB index")]
    public async Task RefusalAsync_has_the_servers_words(string? password, int database, string? refusal)
    {
        var said = await RefusalAsync(_redis.Port, password, database, CancellationToken.None);

        if (refusal is null)
            said.ShouldBeNull();
        else
            said.ShouldNotBeNull().ShouldStartWith(refusal);
    }

    [Fact]
    public async Task RefusalAsync_of_a_port_where_nobody_listens_is_none()
    {
        await using var nobody = new LoopbackRelay(1);
        nobody.Refuse();

        (await RefusalAsync(nobody.Port, "s3cret", 0, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task RefusalAsync_that_is_not_waited_for_any_more_is_none() =>
        (await RefusalAsync(_redis.Port, "wr0ng", 0, new CancellationToken(canceled: true))).ShouldBeNull();

    private static Task<string?> RefusalAsync(
        int port, string? password, int database, CancellationToken cancellationToken) =>
        Greeting.RefusalAsync(
            new ConfigurationOptions
            {
                EndPoints = { { "127.0.0.1", port } },
                Password = password,
                DefaultDatabase = database,
            },
            new CertificateCheck(),
            cancellationToken);
}
