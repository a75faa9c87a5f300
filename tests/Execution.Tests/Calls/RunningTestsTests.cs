using TestFlock.Contracts;
using TestFlock.Execution.Ledger;
using TestFlock.Execution.Calls;
using TestFlock.Execution.Tests.Support;
using TestFlock.Testing;

namespace TestFlock.Execution.Tests.Calls;

public sealed class RunningTestsTests
{
    private readonly ManualTime _time = new();
    private readonly LedgerEntry _test = Entry();

    [Fact]
    public async Task TryListenAsync_time_that_passes_while_nobody_listens_is_not_counted()
    {
        var running = new RunningTests(TimeSpan.FromSeconds(10), _time);
        running.Add(_test);

        _time.Advance(TimeSpan.FromHours(1));

        (await running.TryListenAsync(_ => Task.CompletedTask, CancellationToken.None)).ShouldBeTrue();
        running.OutOfTime().ShouldBeEmpty();
    }

    [Fact]
    public async Task TryListenAsync_time_that_passes_while_listening_adds_up()
    {
        var running = new RunningTests(TimeSpan.FromSeconds(10), _time);
        running.Add(_test);

        await ListenForAsync(running, TimeSpan.FromSeconds(6));
        running.OutOfTime().ShouldBeEmpty();
        var inTime = await ListenForAsync(running, TimeSpan.FromSeconds(4));

        inTime.ShouldBeFalse();
        running.OutOfTime().ShouldBe([_test]);
    }

    [Fact]
    public async Task TryListenAsync_no_limit_never_runs_out()
    {
        var running = new RunningTests(null, _time);
        running.Add(_test);

        (await ListenForAsync(running, TimeSpan.FromDays(9))).ShouldBeTrue();

        running.OutOfTime().ShouldBeEmpty();
    }

    [Fact]
    public async Task TryListenAsync_limit_beyond_what_timers_can_do_is_kept()
    {
        var running = new RunningTests(TimeSpan.FromDays(100), _time);
        running.Add(_test);

        for (var day = 0; day < 99; day++)
            await ListenForAsync(running, TimeSpan.FromDays(1));

        running.OutOfTime().ShouldBeEmpty();
    }

    [Fact]
    public async Task TryListenAsync_limit_of_the_test_itself_counts_and_not_that_of_all()
    {
        var running = new RunningTests(TimeSpan.FromSeconds(10), _time);
        var patient = Entry(TimeSpan.FromSeconds(30));
        running.Add(patient);

        (await ListenForAsync(running, TimeSpan.FromSeconds(29))).ShouldBeTrue();
        (await ListenForAsync(running, TimeSpan.FromSeconds(2))).ShouldBeFalse();
        running.OutOfTime().ShouldBe([patient]);
    }

    [Fact]
    public async Task TryListenAsync_cancelled_is_cancelled_and_not_out_of_time()
    {
        var running = new RunningTests(TimeSpan.FromSeconds(10), _time);
        running.Add(_test);

        await Should.ThrowAsync<OperationCanceledException>(
            running.TryListenAsync(token => Task.FromCanceled(token), new CancellationToken(canceled: true)));
    }

    /// <summary>Listens while the clock moves; something is heard at the end, if the time is not over before.</summary>
    private Task<bool> ListenForAsync(RunningTests running, TimeSpan duration) =>
        running.TryListenAsync(
            token =>
            {
                _time.Advance(duration);
                token.ThrowIfCancellationRequested();
                return Task.CompletedTask;
            },
            CancellationToken.None);

    private static LedgerEntry Entry(TimeSpan? timeout = null) =>
        new(new RequestedAttempt { Id = new AttemptId(0, 1), Case = ScriptedSuite.Case("start"), Timeout = timeout });
}
