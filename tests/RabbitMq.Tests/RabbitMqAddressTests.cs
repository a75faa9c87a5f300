using TestFlock.Core.Transport;
using TestFlock.RabbitMq.Connecting;
using TestFlock.Tests.Servers;

namespace TestFlock.RabbitMq.Tests;

[Collection(RabbitMqCollection.Name)]
public sealed class RabbitMqAddressTests(RabbitMqFixture broker)
{
    [Theory]
    [InlineData("amqp://host", "guest", "guest", "host", 5672, "/", false)]
    [InlineData("amqps://host", "guest", "guest", "host", 5671, "/", true)]
    [InlineData("amqp://u:p@host:1234/team", "u", "p", "host", 1234, "team", false)]
    [InlineData("amqp://u%40corp:p%2F%3A%20@host/a%2Fb", "u@corp", "p/: ", "host", 5672, "a/b", false)]
    public void ToFactory_reads_every_part(
        string address, string user, string password, string host, int port, string virtualHost, bool tls)
    {
        var factory = RabbitMqAddress.ToFactory(Options(address));

        (factory.UserName, factory.Password, factory.HostName, factory.Port, factory.VirtualHost, factory.Ssl.Enabled)
            .ShouldBe((user, password, host, port, virtualHost, tls));
    }

    [Fact]
    public void ToFactory_without_a_password_names_the_cure() =>
        Should.Throw<TransportException>(() => RabbitMqAddress.ToFactory(Options("amqp://shop@host")))
            .Message.ShouldContain("amqp://shop:%NAME%@host");

    [Fact]
    public void Options_do_not_print_the_password() =>
        Options("amqp://u:s3cret@host").ToString().ShouldNotContain("s3cret");

    [Fact]
    public async Task A_wrong_password_is_told_without_it()
    {
        var message = await FailAsync($"amqp://guest:wr0ng@127.0.0.1:{broker.Server.Port}");

        message.ShouldContain($"RabbitMQ at 127.0.0.1:{broker.Server.Port} refuses user 'guest'");
        message.ShouldNotContain("wr0ng");
    }

    [Fact]
    public async Task A_missing_virtual_host_is_told_with_its_name() =>
        (await FailAsync($"amqp://guest:guest@127.0.0.1:{broker.Server.Port}/no-such"))
            .ShouldContain("no virtual host 'no-such'");

    [Fact]
    public async Task A_port_where_nobody_listens_is_told_with_the_address()
    {
        await using var nobody = new LoopbackRelay(1);
        nobody.Refuse();

        (await FailAsync($"amqp://guest:guest@127.0.0.1:{nobody.Port}"))
            .ShouldStartWith($"RabbitMQ at 127.0.0.1:{nobody.Port} cannot be reached. Is it running");
    }

    [Fact]
    public async Task A_port_without_tls_is_told_as_a_matter_of_tls() =>
        (await FailAsync($"amqps://guest:guest@127.0.0.1:{broker.Server.Port}")).ShouldContain("cannot agree on TLS");

    [Fact]
    public async Task A_user_without_permissions_is_told_the_command_that_gives_them()
    {
        await broker.Server.ControlAsync("add_user", "narrow", "narrow");
        await broker.Server.ControlAsync("set_permissions", "narrow", "^$", "^$", "^$");

        var message = await FailAsync($"amqp://narrow:narrow@127.0.0.1:{broker.Server.Port}");

        message.ShouldContain("rabbitmqctl set_permissions -p / narrow '^testflock\\.' "
            + "'^(testflock\\..*|amq\\.default)$' '^testflock\\.'");
    }

    [Fact]
    public async Task The_permissions_that_are_told_suffice()
    {
        await broker.Server.ControlAsync("add_user", "shop", "shop");
        await broker.Server.ControlAsync(
            "set_permissions", "shop", "^testflock\\.", "^(testflock\\..*|amq\\.default)$", "^testflock\\.");
        var clients = new RabbitMqClients(new Uri($"amqp://shop:shop@127.0.0.1:{broker.Server.Port}"));
        var id = TestFlock.Tests.Conformance.Some.Run();

        await using var run = await clients.OpenRunAsync(id);
        await using var agent = await clients.OpenAgentAsync();
        await run.PublishAsync(TestFlock.Tests.Conformance.Some.Batch(id), default);

        (await agent.TakeAsync(new QueueName(id, ""), default)).ShouldNotBeNull();
    }

    private static RabbitMqOptions Options(string address) =>
        new() { Address = new Uri(address), ClientName = "tests" };

    private static async Task<string> FailAsync(string address) =>
        (await Should.ThrowAsync<TransportException>(new RabbitMqClients(new Uri(address)).OpenAgentAsync())).Message;
}
