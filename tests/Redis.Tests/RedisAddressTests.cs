using TestFlock.Core.Coordination;
using TestFlock.Redis.Connecting;
using TestFlock.Tests.Servers;

namespace TestFlock.Redis.Tests;

public sealed class RedisAddressTests : IAsyncLifetime
{
    private readonly PrivateRedis _redis = new();

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_redis.Folder, "password"), "s3cret");
        await _redis.StartAsync();
    }

    public async Task DisposeAsync() => await _redis.DisposeAsync();

    [Theory]
    [InlineData("redis://host", "host:6379", null, 0, false)]
    [InlineData("rediss://:p%40ss@host:7000/3", "host:7000", "p@ss", 3, true)]
    [InlineData("redis://default:pw@host", "host:6379", "pw", 0, false)]
    public void ToConfiguration_reads_every_part(
        string address, string endPoint, string? password, int database, bool tls)
    {
        var configuration = RedisAddress.ToConfiguration(Options(address));

        configuration.EndPoints.ShouldHaveSingleItem().ToString().ShouldNotBeNull().ShouldEndWith(endPoint);
        (configuration.Password, configuration.DefaultDatabase, configuration.Ssl).ShouldBe((password, database, tls));
    }

    [Fact]
    public void ToConfiguration_with_a_user_names_the_cure() =>
        Should.Throw<CoordinationException>(() => RedisAddress.ToConfiguration(Options("redis://shop:pw@host")))
            .Message.ShouldContain("redis://:%NAME%@host");

    [Fact]
    public void ToConfiguration_with_a_path_that_is_no_number_says_so() =>
        Should.Throw<CoordinationException>(() => RedisAddress.ToConfiguration(Options("redis://host/shop")))
            .Message.ShouldContain("'shop'");

    [Fact]
    public void Options_do_not_print_the_password() =>
        Options("redis://:s3cret@host").ToString().ShouldNotContain("s3cret");

    [Fact]
    public async Task The_right_password_opens() =>
        await (await new RedisClients(
            new Uri($"redis://:s3cret@127.0.0.1:{_redis.Port}")).ConnectRunAsync()).DisposeAsync();

    [Fact]
    public async Task A_server_that_answers_has_another_try_when_the_first_connection_failed()
    {
        await using var network = new LoopbackRelay(_redis.Port);
        network.Refuse();
        var opening = new RedisClients(new Uri($"redis://:s3cret@127.0.0.1:{network.Port}")).ConnectRunAsync();
        await network.SomebodyTriedAsync();
        network.Restore();

        await (await opening).DisposeAsync();
    }

    [Theory]
    [InlineData("redis://:wr0ng@")]
    [InlineData("redis://")]
    public async Task A_wrong_or_missing_password_is_told_without_it(string start)
    {
        var message = await FailAsync($"{start}127.0.0.1:{_redis.Port}");

        message.ShouldContain($"Redis at 127.0.0.1:{_redis.Port} wants another password");
        message.ShouldNotContain("wr0ng");
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told_with_the_cure() =>
        (await FailAsync($"redis://:s3cret@127.0.0.1:{_redis.Port}/99")).ShouldContain("no such database");

    [Fact]
    public async Task A_port_where_nobody_listens_is_told_with_the_address()
    {
        await using var nobody = new LoopbackRelay(1);
        nobody.Refuse();

        (await FailAsync($"redis://127.0.0.1:{nobody.Port}")).ShouldStartWith(
            $"Redis at 127.0.0.1:{nobody.Port} cannot be reached. Is it running");
    }

    [Fact]
    public async Task A_port_without_tls_is_told_as_a_matter_of_tls() =>
        (await FailAsync($"rediss://:s3cret@127.0.0.1:{_redis.Port}")).ShouldContain("TLS");

    private static RedisOptions Options(string address) => new() { Address = new Uri(address), ClientName = "tests" };

    private static async Task<string> FailAsync(string address) =>
        (await Should.ThrowAsync<CoordinationException>(new RedisClients(new Uri(address)).ConnectRunAsync())).Message;
}
