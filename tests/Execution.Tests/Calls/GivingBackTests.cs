using TestFlock.Contracts;
using TestFlock.Execution.Calls;
using TestFlock.Execution.Tests.Support;

namespace TestFlock.Execution.Tests.Calls;

public sealed class GivingBackTests : IDisposable
{
    private readonly CancellationTokenSource _askedBack = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _ran = [];
    private readonly List<AgentEvent> _told = [];

    [Fact]
    public async Task RunAsync_asked_while_a_portion_runs_gives_back_the_rest_at_once()
    {
        await RunAsync(async (portion, _) =>
        {
            var returned = NextTold();
            await _askedBack.CancelAsync();
            await returned;
        });

        _ran.ShouldBe(["A"]);
        Returned().ShouldBe([1, 2]);
    }

    [Fact]
    public async Task RunAsync_asked_before_anything_runs_still_runs_something()
    {
        await _askedBack.CancelAsync();

        await RunAsync((_, _) => Task.CompletedTask);

        _ran.ShouldBe(["A"]);
        Returned().ShouldBe([1, 2]);
    }

    [Fact]
    public async Task RunAsync_asked_in_the_last_portion_says_that_nothing_is_left()
    {
        await RunAsync((portion, _) => NameOf(portion) == "C" ? _askedBack.CancelAsync() : Task.CompletedTask);

        _ran.ShouldBe(["A", "B", "C"]);
        Returned().ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_stopped_batch_gives_nothing_back()
    {
        await RunAsync(async (_, _) =>
        {
            await _stop.CancelAsync();
            await _askedBack.CancelAsync();
        });

        _ran.ShouldBe(["A", "B", "C"]);
        _told.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_what_is_given_back_waits_until_the_event_before_it_is_taken()
    {
        var isTaken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = GivingBack.RunAsync(
            Portions(),
            () => 1,
            async (portion, tell) =>
            {
                var telling = tell(new BatchBegun { At = default });
                await _askedBack.CancelAsync();
                _told.ShouldBeEmpty();
                isTaken.SetResult();
                await telling;
            },
            async happened =>
            {
                await isTaken.Task;
                _told.Add(happened);
            },
            _askedBack.Token,
            _stop.Token);

        await running;

        _told.Select(happened => happened.GetType()).ShouldBe([typeof(BatchBegun), typeof(AttemptsReturned)]);
    }

    [Fact]
    public async Task RunAsync_nobody_gathers_results_any_more_while_something_is_given_back_throws() =>
        await Should.ThrowAsync<InvalidOperationException>(() => GivingBack.RunAsync(
            Portions(),
            () => 1,
            (_, _) => _askedBack.CancelAsync(),
            _ => throw new InvalidOperationException("gone"),
            _askedBack.Token,
            _stop.Token));

    public void Dispose()
    {
        _askedBack.Dispose();
        _stop.Dispose();
    }

    private TaskCompletionSource? _next;

    private Task NextTold() => (_next = new TaskCompletionSource()).Task;

    private Task RunAsync(Func<CallPortion, Func<AgentEvent, ValueTask>, Task> run) => GivingBack.RunAsync(
        Portions(),
        () => 1,
        (portion, tell) =>
        {
            _ran.Add(NameOf(portion));
            return run(portion, tell);
        },
        happened =>
        {
            _told.Add(happened);
            _next?.TrySetResult();
            return ValueTask.CompletedTask;
        },
        _askedBack.Token,
        _stop.Token);

    private IEnumerable<int> Returned() =>
        _told.ShouldHaveSingleItem().ShouldBeOfType<AttemptsReturned>().Attempts.Select(id => id.Ordinal);

    private static string NameOf(CallPortion portion) => portion.Units[0].Attempts[0].Case.DisplayName;

    private static UnbegunPortions Portions() => new(CallPortion.SmallestOf(
        [.. new[] { "A", "B", "C" }.Select((name, i) => BatchRun.Unit(i, ScriptedSuite.Case(name, type: name)))]));
}
