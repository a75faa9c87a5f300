using TestFlock.TestAdapter.Flock.Preview;

namespace TestFlock.TestAdapter.Tests.Flock.Preview;

public class StandInTests
{
    [Fact]
    public void Call_that_is_passed_on_gets_the_original_s_answer() =>
        StandInFor(call => call.Forward()).Double(21).ShouldBe(42);

    [Fact]
    public void Call_can_be_answered_in_the_original_s_stead() => StandInFor(_ => 7).Double(21).ShouldBe(7);

    [Fact]
    public void Exception_of_the_original_comes_through_as_it_is() =>
        Should.Throw<OverflowException>(() => StandInFor(call => call.Forward()).Double(int.MaxValue));

    private static ICalculator StandInFor(Func<InterceptedCall, object?> answer) =>
        (ICalculator)StandIn.Create(typeof(ICalculator), new Calculator(), answer);

    private interface ICalculator
    {
        int Double(int number);
    }

    private sealed class Calculator : ICalculator
    {
        public int Double(int number) => checked(number * 2);
    }
}
