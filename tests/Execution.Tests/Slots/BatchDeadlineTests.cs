using TestFlock.Contracts;
using TestFlock.Execution.Slots;
using TestFlock.Testing;

namespace TestFlock.Execution.Tests.Slots;

public sealed class BatchDeadlineTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly List<AgentEvent> _told = [];
    private readonly BatchDeadline _deadline;

    public BatchDeadlineTests() => _deadline =
        new BatchDeadline(TimeSpan.FromMinutes(5), Tell, _time, CancellationToken.None);

    [Fact]
    public async Task TellAsync_after_the_limit_tells_what_ran_as_timed_out_and_leaves_the_rest_over()
    {
        await _deadline.TellAsync(new AttemptStarted { Attempt = new(0, 1), At = default });
        _time.Advance(TimeSpan.FromMinutes(5));
        _deadline.Stop.IsCancellationRequested.ShouldBeTrue();

        await _deadline.TellAsync(Cancelled(0));
        await _deadline.TellAsync(Cancelled(1));

        _told.OfType<AttemptEnded>().ShouldHaveSingleItem().End.ShouldBe(AttemptEnd.TimedOut);
        _deadline.HasLeftOver.ShouldBeTrue();
        _deadline.Reason.ShouldContain("00:05:00");
    }

    [Fact]
    public async Task TellAsync_before_the_limit_changes_nothing()
    {
        await _deadline.TellAsync(Cancelled(0));

        _told.ShouldHaveSingleItem().ShouldBe(Cancelled(0));
        _deadline.HasLeftOver.ShouldBeFalse();
    }

    public void Dispose() => _deadline.Dispose();

    private ValueTask Tell(AgentEvent happened)
    {
        _told.Add(happened);
        return ValueTask.CompletedTask;
    }

    private static AttemptEnded Cancelled(int ordinal) =>
        new() { Attempt = new(ordinal, 1), End = AttemptEnd.Cancelled, At = default };
}
