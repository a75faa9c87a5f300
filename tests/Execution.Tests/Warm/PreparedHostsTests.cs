using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Contracts;
using TestFlock.Execution.Tests.Support;
using TestFlock.Execution.Warm;

namespace TestFlock.Execution.Tests.Warm;

public sealed class PreparedHostsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private IEnumerable<string> Hosts =>
        Directory.EnumerateDirectories(_folder.Path, "host-*", SearchOption.AllDirectories);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Create_whichever_slot_asked_for_the_prepared_host_runs_its_batches_there()
    {
        var events = new List<AgentEvent>();
        await using var factory = NewFactory();
        factory.Prepare(BatchRun.WarmManifest, ScriptedSuite.Source, 1);
        await factory.ReadyAsync(7);

        await using (var runner = factory.Create(7))
        {
            var batch = new Batch
            {
                Run = BatchRun.WarmManifest.Run,
                Id = new BatchId("b1"),
                Units = [BatchRun.Unit(ScriptedSuite.Case("start; result Passed; end"))],
            };
            await runner.RunAsync(BatchRun.WarmManifest, batch, Keep, CancellationToken.None, CancellationToken.None);
            Hosts.Count().ShouldBe(1);
        }

        events.OfType<AttemptEnded>().ShouldHaveSingleItem().End.ShouldBe(AttemptEnd.Completed);

        ValueTask Keep(AgentEvent told)
        {
            events.Add(told);
            return ValueTask.CompletedTask;
        }
    }

    [Fact]
    public async Task ReadyAsync_the_slot_waits_for_a_host_and_keeps_it()
    {
        await using var factory = NewFactory();
        factory.Prepare(BatchRun.WarmManifest, ScriptedSuite.Source, 1);
        var ready = factory.ReadyAsync(7);
        var begun = !ready.IsCompleted;

        await factory.ReadyAsync(8);
        await ready;

        begun.ShouldBeTrue();
        await using (factory.Create(8))
            Hosts.Count().ShouldBe(1);
        await factory.Create(7).DisposeAsync();
        Hosts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Prepare_again_starts_those_that_are_missing()
    {
        await using var factory = NewFactory();
        factory.Prepare(BatchRun.WarmManifest, ScriptedSuite.Source, 1);
        factory.Prepare(BatchRun.WarmManifest, ScriptedSuite.Source, 2);

        await factory.ReadyAsync(1);
        await factory.ReadyAsync(2);
        await factory.ReadyAsync(3);

        Hosts.Count().ShouldBe(2);
    }

    [Fact]
    public async Task DisposeAsync_hosts_whose_turn_has_not_come_never_start()
    {
        var hosts = Environment.ProcessorCount + 3;
        var factory = NewFactory();
        factory.Prepare(BatchRun.WarmManifest, ScriptedSuite.Source, hosts);

        await factory.DisposeAsync();

        Directory.EnumerateDirectories(_folder.Path).Count().ShouldBeInRange(1, hosts - 1);
        Hosts.ShouldBeEmpty();
    }

    private WarmBatchRunnerFactory NewFactory() => new(
        _folder.Path,
        Path.Combine(AppContext.BaseDirectory, "logger"),
        new RecyclingRules(),
        TimeProvider.System,
        NullLoggerFactory.Instance);
}
