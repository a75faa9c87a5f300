using System.Collections.Concurrent;
using System.Text.Json;
using TestFlock.Contracts;
using TestFlock.Core.Transport;

namespace TestFlock.Tests.Conformance.Transport;

/// <summary>What every transport promises, whatever carries it.</summary>
public abstract class RunTransportConformance
{
    protected abstract Task<IRunTransport> OpenRunAsync(RunId run);

    protected abstract Task<IAgentTransport> ConnectAgentAsync();

    /// <summary>What hangs must fail; nothing here takes more than a fraction of it.</summary>
    protected static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token;

    [Fact]
    public async Task A_batch_arrives_whole()
    {
        await using var run = await OpenRunAsync(Some.Run(), out var id);
        await using var agent = await ConnectAgentAsync();
        var sent = Some.Batch(id, "os=linux; browser=\"ü\"", "Adds(\"a|b&c\")", "lone surrogate \ud800",
            new string('x', 4096), "line\nbreak\0");

        await run.PublishAsync(sent, Soon);

        var taken = await agent.TakeAsync(Some.QueueOf(sent), Soon);
        taken.ShouldNotBeNull();
        Json(taken.Batch).ShouldBe(Json(sent));
        await taken.AcknowledgeAsync(Soon);
    }

    [Fact]
    public async Task Batches_are_taken_in_the_order_in_which_they_were_published()
    {
        await using var run = await OpenRunAsync(Some.Run(), out var id);
        await using var agent = await ConnectAgentAsync();
        var sent = Enumerable.Range(0, 20).Select(_ => Some.Batch(id)).ToArray();
        foreach (var batch in sent)
            await run.PublishAsync(batch, Soon);

        var taken = await TakeAllAsync(agent, new QueueName(id, ""));

        taken.ShouldBe(sent.Select(b => b.Id));
    }

    [Fact]
    public async Task Each_set_of_requirements_has_a_queue_of_its_own()
    {
        await using var run = await OpenRunAsync(Some.Run(), out var id);
        await using var agent = await ConnectAgentAsync();
        var (any, linux) = (Some.Batch(id), Some.Batch(id, "os=linux"));
        await run.PublishAsync(any, Soon);
        await run.PublishAsync(linux, Soon);

        (await TakeAllAsync(agent, new QueueName(id, "os=linux"))).ShouldBe([linux.Id]);
        (await TakeAllAsync(agent, new QueueName(id, "os=windows"))).ShouldBeEmpty();
        (await TakeAllAsync(agent, new QueueName(id, ""))).ShouldBe([any.Id]);
    }

    [Fact]
    public async Task A_queue_that_nobody_made_is_empty()
    {
        await using var agent = await ConnectAgentAsync();

        (await agent.TakeAsync(new QueueName(Some.Run(), ""), Soon)).ShouldBeNull();
    }

    [Fact]
    public async Task A_batch_in_hand_is_given_to_nobody_else()
    {
        await using var run = await OpenRunAsync(Some.Run(), out var id);
        await using var agent = await ConnectAgentAsync();
        await using var other = await ConnectAgentAsync();
        var batch = Some.Batch(id);
        await run.PublishAsync(batch, Soon);

        var taken = await agent.TakeAsync(Some.QueueOf(batch), Soon);

        (await other.TakeAsync(Some.QueueOf(batch), Soon)).ShouldBeNull();
        await taken!.AcknowledgeAsync(Soon);
        (await other.TakeAsync(Some.QueueOf(batch), Soon)).ShouldBeNull();
    }

    [Fact]
    public async Task A_returned_batch_comes_again()
    {
        await using var run = await OpenRunAsync(Some.Run(), out var id);
        await using var agent = await ConnectAgentAsync();
        await using var other = await ConnectAgentAsync();
        var batch = Some.Batch(id);
        await run.PublishAsync(batch, Soon);

        var taken = await agent.TakeAsync(Some.QueueOf(batch), Soon);
        await taken!.ReturnAsync(Soon);

        (await TakeAllAsync(other, Some.QueueOf(batch))).ShouldBe([batch.Id]);
    }

    [Fact]
    public async Task The_count_is_of_what_waits_untaken()
    {
        await using var run = await OpenRunAsync(Some.Run(), out var id);
        await using var agent = await ConnectAgentAsync();
        (await run.CountWaitingAsync("", Soon)).ShouldBe(0);
        for (var i = 0; i < 3; i++)
            await run.PublishAsync(Some.Batch(id), Soon);
        (await run.CountWaitingAsync("", Soon)).ShouldBe(3);

        var taken = await agent.TakeAsync(new QueueName(id, ""), Soon);
        (await run.CountWaitingAsync("", Soon)).ShouldBe(2);
        await taken!.ReturnAsync(Soon);
        (await CountOnceItIsAsync(run, 3)).ShouldBe(3);
        (await run.CountWaitingAsync("os=linux", Soon)).ShouldBe(0);
    }

    [Fact]
    public async Task Reports_arrive_whole_and_in_order()
    {
        await using var run = await OpenRunAsync(Some.Run(), out var id);
        await using var agent = await ConnectAgentAsync();
        var batch = Some.Batch(id);
        AgentReport[] sent =
        [
            Some.Report(batch, new BatchBegun { At = DateTimeOffset.UnixEpoch }),
            Some.Report(batch, Some.Result(0, "out\0put \ud800 " + new string('ö', 100_000)), Some.Note("two in one")),
            Some.Report(
                batch, new AttemptEnded { Attempt = new AttemptId(0, 1), End = AttemptEnd.Completed,
                    At = DateTimeOffset.UnixEpoch }),
        ];

        var sending = SendAllAsync(agent, sent);
        var received = await ReceiveAsync(run, sent.Length);
        await sending;

        received.Select(Json).ShouldBe(sent.Select(Json));
    }

    [Fact]
    public async Task A_report_about_a_run_that_nobody_opened_says_that_the_run_is_gone()
    {
        await using var agent = await ConnectAgentAsync();
        var batch = Some.Batch(Some.Run());

        var gone = await Should.ThrowAsync<RunGoneException>(agent.ReportAsync(Some.Report(batch), Soon));

        gone.Run.ShouldBe(batch.Run);
    }

    [Fact]
    public async Task When_the_run_is_disposed_its_queues_are_gone()
    {
        var run = await OpenRunAsync(Some.Run(), out var id);
        await using var agent = await ConnectAgentAsync();
        var batches = new[] { Some.Batch(id), Some.Batch(id, "os=linux") };
        foreach (var batch in batches)
            await run.PublishAsync(batch, Soon);

        await run.DisposeAsync();

        foreach (var batch in batches)
            (await agent.TakeAsync(Some.QueueOf(batch), Soon)).ShouldBeNull();
        await Should.ThrowAsync<RunGoneException>(agent.ReportAsync(Some.Report(batches[0]), Soon));
    }

    [Fact]
    public async Task The_end_of_one_run_leaves_another_alone()
    {
        var ending = await OpenRunAsync(Some.Run(), out _);
        await using var run = await OpenRunAsync(Some.Run(), out var id);
        await using var agent = await ConnectAgentAsync();
        var batch = Some.Batch(id);
        await run.PublishAsync(batch, Soon);

        await ending.DisposeAsync();

        (await TakeAllAsync(agent, Some.QueueOf(batch))).ShouldBe([batch.Id]);
    }

    [Fact]
    public async Task Many_slots_take_each_batch_once()
    {
        await using var run = await OpenRunAsync(Some.Run(), out var id);
        await using var agent = await ConnectAgentAsync();
        await using var other = await ConnectAgentAsync();
        var sent = Enumerable.Range(0, 300).Select(_ => Some.Batch(id)).ToArray();
        await Task.WhenAll(sent.Select(b => run.PublishAsync(b, Soon)));

        var taken = new ConcurrentBag<BatchId>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async slot =>
        {
            foreach (var batch in await TakeAllAsync(slot % 2 == 0 ? agent : other, new QueueName(id, "")))
                taken.Add(batch);
        }));

        taken.Select(b => b.Value).Order().ShouldBe(sent.Select(b => b.Id.Value).Order());
    }

    [Fact]
    public async Task Reading_reports_ends_when_it_is_cancelled()
    {
        await using var run = await OpenRunAsync(Some.Run(), out _);
        using var end = new CancellationTokenSource();
        var reading = ReceiveAsync(run, 1, end.Token);

        await end.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(reading);
    }

    protected static string Json<T>(T message) => JsonSerializer.Serialize(message, JsonSerializerOptions.Web);

    protected Task<IRunTransport> OpenRunAsync(RunId run, out RunId id) => OpenRunAsync(id = run);

    protected static async Task<IReadOnlyList<BatchId>> TakeAllAsync(IAgentTransport agent, QueueName queue)
    {
        var taken = new List<BatchId>();
        while (await agent.TakeAsync(queue, Soon) is { } delivery)
        {
            taken.Add(delivery.Batch.Id);
            await delivery.AcknowledgeAsync(Soon);
        }

        return taken;
    }

    protected static async Task<IReadOnlyList<AgentReport>> ReceiveAsync(
        IRunTransport run, int count, CancellationToken? end = null)
    {
        var cancellationToken = end ?? Soon;
        var received = new List<AgentReport>();
        await foreach (var delivery in run.ReadReportsAsync(cancellationToken))
        {
            received.Add(delivery.Report);
            await delivery.AcknowledgeAsync(cancellationToken);
            if (received.Count == count)
                break;
        }

        return received;
    }

    protected static async Task SendAllAsync(IAgentTransport agent, IEnumerable<AgentReport> reports)
    {
        foreach (var report in reports)
            await agent.ReportAsync(report, Soon);
    }

    /// <summary>A return is told to the broker without an answer, so its effect is seen a moment later.</summary>
    private static async Task<int> CountOnceItIsAsync(IRunTransport run, int expected)
    {
        int count;
        var attempts = 0;
        while ((count = await run.CountWaitingAsync("", Soon)) != expected && ++attempts < 1000)
            await Task.Yield();
        return count;
    }
}
