using System.Text;
using RabbitMQ.Client;
using TestFlock.Contracts;
using TestFlock.Core.Transport;
using TestFlock.RabbitMq.Messages;
using TestFlock.RabbitMq.Runs;
using TestFlock.Tests.Conformance;
using TestFlock.Tests.Servers;

namespace TestFlock.RabbitMq.Tests;

/// <summary>What is in the queues need not be ours: it is counted, set aside, logged once, and nothing stops.</summary>
[Collection(RabbitMqCollection.Name)]
public sealed class RubbishTests(RabbitMqFixture broker) : IAsyncLifetime
{
    private readonly RecordingLogger _log = new();
    private RawQueue _stranger = null!;

    public static TheoryData<string, string> Rubbish => new()
    {
        { "", "Malformed" },
        { "not json", "Malformed" },
        { "null", "Malformed" },
        { "[]", "Malformed" },
        { "{}", "Malformed" },
        { """{"protocol":1,"run":"RUN","batch":"b","id":"b","units":null,"events":null}""", "Malformed" },
        { """{"protocol":1,"run":"RUN","batch":"b","id":"b","execution":"0f8fad5b-d9cb-469f-a165-70867728950e","agent":"a","slot":1,"units":[null],"events":[null]}""", "Malformed" },
        { """{"protocol":1,"run":"RUN","batch":"b","id":"b","execution":"0f8fad5b-d9cb-469f-a165-70867728950e","agent":"a","slot":1,"units":[],"events":[{"is":"no such event"}]}""", "Malformed" },
        { """{"protocol":1,"run":"../../etc","batch":"b","id":"b","units":[],"events":[]}""", "Malformed" },
        { """{"protocol":1,"run":"another-run","batch":"b","id":"b","execution":"0f8fad5b-d9cb-469f-a165-70867728950e","agent":"a","slot":1,"units":[],"events":[]}""", "Foreign" },
        { """{"protocol":3,"needs":3,"run":"RUN","batch":"b","id":"b","execution":"0f8fad5b-d9cb-469f-a165-70867728950e","agent":"a","slot":1,"units":[],"events":[]}""", "OtherProtocol" },
    };

    public async Task InitializeAsync()
    {
        _stranger = await RawQueue.OpenAsync(broker.Server.Uri);
        await using var declares = await Clients().OpenAgentAsync();
        await _stranger.EmptyAsync(RabbitMqQueues.Aside);
    }

    public async Task DisposeAsync() => await _stranger.DisposeAsync();

    [Theory]
    [MemberData(nameof(Rubbish))]
    public async Task A_batch_that_is_none_is_set_aside_and_the_next_one_is_taken(string body, string reason)
    {
        var id = Some.Run();
        await using var run = await Clients().OpenRunAsync(id);
        await using var agent = await Clients().OpenAgentAsync();
        var sound = Some.Batch(id);
        await run.CountWaitingAsync("", default);
        await SendAsync(RabbitMqQueues.WorkOf(Some.QueueOf(sound)), body, id);
        await SendAsync(RabbitMqQueues.WorkOf(Some.QueueOf(sound)), body, id);
        await run.PublishAsync(sound, default);

        var taken = await agent.TakeAsync(Some.QueueOf(sound), default);

        taken.ShouldNotBeNull().Batch.Id.ShouldBe(sound.Id);
        await ShouldBeSetAsideAsync(agent.SetAside, reason, body, id);
    }

    [Theory]
    [MemberData(nameof(Rubbish))]
    public async Task A_report_that_is_none_is_set_aside_and_the_next_one_is_received(string body, string reason)
    {
        var id = Some.Run();
        await using var run = (RabbitMqRunTransport)await Clients().OpenRunAsync(id);
        await using var agent = await Clients().OpenAgentAsync();
        await SendAsync(RabbitMqQueues.ReportsOf(id), body, id);
        await SendAsync(RabbitMqQueues.ReportsOf(id), body, id);
        var sound = Some.Report(Some.Batch(id));
        await agent.ReportAsync(sound, default);

        (await ReadOneAsync(run)).Batch.ShouldBe(sound.Batch);

        await ShouldBeSetAsideAsync(run.SetAside, reason, body, id);
    }

    [Fact]
    public async Task A_version_from_the_future_is_known_by_its_header_whatever_its_body_looks_like()
    {
        var id = Some.Run();
        await using var run = (RabbitMqRunTransport)await Clients().OpenRunAsync(id);
        await using var agent = await Clients().OpenAgentAsync();
        var future = new BasicProperties
        {
            Headers =
                new Dictionary<string, object?> { [RabbitMqMessage.ProtocolHeader] = ProtocolVersion.Current + 1 },
        };
        await _stranger.SendAsync(RabbitMqQueues.ReportsOf(id), "a shape of tomorrow"u8.ToArray(), future);
        await agent.ReportAsync(Some.Report(Some.Batch(id)), default);

        await ReadOneAsync(run);

        run.SetAside.Of(SetAsideReason.OtherProtocol).ShouldBe(1);
        _log.Lines.ShouldContain(line => line.Contains("Upgrade this side."));
    }

    [Fact]
    public async Task An_oversized_message_is_set_aside_on_both_sides()
    {
        var id = Some.Run();
        var clients = Clients(longestMessage: 10_000);
        await using var run = (RabbitMqRunTransport)await clients.OpenRunAsync(id);
        await using var agent = await clients.OpenAgentAsync();
        await run.CountWaitingAsync("", default);
        var huge = new byte[10_001];
        await _stranger.SendAsync(RabbitMqQueues.ReportsOf(id), huge);
        await _stranger.SendAsync(RabbitMqQueues.WorkOf(new QueueName(id, "")), huge);
        await agent.ReportAsync(Some.Report(Some.Batch(id)), default);

        await ReadOneAsync(run);
        (await agent.TakeAsync(new QueueName(id, ""), default)).ShouldBeNull();

        run.SetAside.Of(SetAsideReason.Oversized).ShouldBe(1);
        agent.SetAside.Of(SetAsideReason.Oversized).ShouldBe(1);
        (await AsideAsync(2)).ShouldAllBe(body => body.Length == huge.Length);
    }

    [Fact]
    public async Task A_batch_too_long_to_be_carried_is_refused_with_the_cure()
    {
        var id = Some.Run();
        await using var run = await Clients(longestMessage: 10_000).OpenRunAsync(id);

        var refused = await Should.ThrowAsync<TransportException>(
            run.PublishAsync(Some.Batch(id, "", new string('x', 10_000)), default));

        refused.Message.ShouldContain("Shop.Cart");
        refused.Message.ShouldContain("smaller <Unit>");
    }

    [Fact]
    public async Task A_report_too_long_for_one_message_arrives_in_parts_and_a_huge_output_is_cut_with_a_note()
    {
        var id = Some.Run();
        var clients = Clients(longestMessage: 20_000);
        await using var run = await clients.OpenRunAsync(id);
        await using var agent = await clients.OpenAgentAsync();
        var report = Some.Report(
            Some.Batch(id), Some.Note("first"), Some.Result(0, new string('\0', 1_000_000)), Some.Note("last"));

        var sending = agent.ReportAsync(report, default);
        var events = new List<AgentEvent>();
        await foreach (var delivery in run.ReadReportsAsync(default))
        {
            events.AddRange(delivery.Report.Events);
            await delivery.AcknowledgeAsync(default);
            if (events.Count == 3)
                break;
        }

        await sending;
        events[0].ShouldBe(report.Events[0]);
        events[2].ShouldBe(report.Events[2]);
        var result = events[1].ShouldBeOfType<ResultArrived>().Result;
        result.Outcome.ShouldBe(Outcome.Failed);
        result.ErrorMessage.ShouldBe("expected 1, was 2");
        result.Messages.ShouldHaveSingleItem().Text.ShouldNotBeNull().ShouldContain("characters left out");
    }

    private RabbitMqClients Clients(int? longestMessage = null)
    {
        var options = new RabbitMqOptions { Address = broker.Server.Uri, ClientName = "tests" };
        return new RabbitMqClients(broker.Server.Uri, _log)
        {
            Options = longestMessage is { } bytes ? options with { LongestMessage = bytes } : options,
        };
    }

    private Task SendAsync(string queue, string body, RunId run) =>
        _stranger.SendAsync(queue, Encoding.UTF8.GetBytes(body.Replace("RUN", run.Value, StringComparison.Ordinal)));

    private static async Task<AgentReport> ReadOneAsync(IRunTransport run)
    {
        await foreach (var delivery in run.ReadReportsAsync(default))
        {
            await delivery.AcknowledgeAsync(default);
            return delivery.Report;
        }

        throw new InvalidOperationException("The stream of reports ended.");
    }

    private async Task ShouldBeSetAsideAsync(SetAsideCount counts, string reason, string body, RunId run)
    {
        counts.Of(Enum.Parse<SetAsideReason>(reason)).ShouldBe(2);
        (await AsideAsync(2)).Select(Encoding.UTF8.GetString)
            .ShouldAllBe(b => b == body.Replace("RUN", run.Value, StringComparison.Ordinal));
        _log.Lines.Count(line => line.Contains("set aside")).ShouldBe(1);
    }

    /// <summary>The broker moves what is rejected a moment later.</summary>
    private async Task<IReadOnlyList<byte[]>> AsideAsync(int count)
    {
        var bodies = new List<byte[]>();
        while (bodies.Count < count)
            bodies.AddRange(await _stranger.EmptyAsync(RabbitMqQueues.Aside));
        bodies.Count.ShouldBe(count);
        return bodies;
    }
}
