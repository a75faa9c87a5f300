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
    public async Task AskAsync_has_the_servers_words(string? password, int database, string? refusal)
    {
        var answer = await AskAsync(_redis.Port, password, database, CancellationToken.None);

        answer.HasAnswered.ShouldBeTrue();
        if (refusal is null)
            answer.Refusal.ShouldBeNull();
        else
            answer.Refusal.ShouldNotBeNull().ShouldStartWith(refusal);
    }

    [Fact]
    public async Task AskAsync_of_a_port_where_nobody_listens_has_no_answer()
    {
        await using var nobody = new LoopbackRelay(1);
        nobody.Refuse();

        (await AskAsync(nobody.Port, "s3cret", 0, CancellationToken.None)).ShouldBe(GreetingAnswer.None);
    }

    [Fact]
    public async Task AskAsync_that_is_not_waited_for_any_more_has_no_answer() =>
        (await AskAsync(_redis.Port, "wr0ng", 0, new CancellationToken(canceled: true)))
            .ShouldBe(GreetingAnswer.None);

    private static Task<GreetingAnswer> AskAsync(
        int port, string? password, int database, CancellationToken cancellationToken) =>
        Greeting.AskAsync(
            new ConfigurationOptions
            {
                EndPoints = { { "127.0.0.1", port } },
                Password = password,
                DefaultDatabase = database,
            },
            new CertificateCheck(),
            cancellationToken);
}
