using TestFlock.Execution.Warm;

namespace TestFlock.Execution.Tests.Warm;

public sealed class PortionSizeTests
{
    private readonly PortionSize _size = new();

    [Fact]
    public void Next_nothing_known_is_the_smallest_there_is() => _size.Next(TimeSpan.FromSeconds(1)).ShouldBe(1);

    [Fact]
    public void Next_cheap_calls_stay_small_so_that_their_cost_is_four_percent()
    {
        Learn(tests: 1_000, cost: 0.004, took: 10);

        // 25 times 4 ms, at 10 ms a test.
        _size.Next(TimeSpan.Zero).ShouldBe(10);
    }

    [Fact]
    public void Next_dear_calls_grow_step_by_step()
    {
        Learn(tests: 10, cost: 0.4, took: 0.01);
        _size.Next(TimeSpan.Zero).ShouldBe(40);

        Learn(tests: 40, cost: 0.4, took: 0.04);
        _size.Next(TimeSpan.Zero).ShouldBe(160);
    }

    [Fact]
    public void Next_history_needs_no_steps()
    {
        Learn(tests: 10, cost: 0.4, took: 0.01);

        _size.Next(TimeSpan.FromSeconds(0.001)).ShouldBe(10_000);
    }

    [Fact]
    public void Next_slower_tests_than_before_make_it_small_again()
    {
        Learn(tests: 1_000, cost: 0.004, took: 1);
        Learn(tests: 10, cost: 0.004, took: 10);

        _size.Next(TimeSpan.Zero).ShouldBe(1);
    }

    [Fact]
    public void Next_one_dear_call_of_many_does_not_count()
    {
        Learn(tests: 100, cost: 2, took: 1);
        Learn(tests: 100, cost: 0.004, took: 1);

        _size.Next(TimeSpan.Zero).ShouldBe(10);
    }

    [Fact]
    public void Next_tests_that_take_no_time_grow_all_the_same()
    {
        Learn(tests: 50, cost: 0.3, took: 0);

        _size.Next(TimeSpan.Zero).ShouldBe(200);
    }

    private void Learn(int tests, double cost, double took) =>
        _size.Learn(tests, TimeSpan.FromSeconds(cost), TimeSpan.FromSeconds(took));
}
