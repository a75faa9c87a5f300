using TestFlock.Execution.Calls;
using TestFlock.Execution.Output;
using TestFlock.Execution.Tests.Support;

namespace TestFlock.Execution.Tests.Calls;

public sealed class CrashTraceTests
{
    [Theory]
    [InlineData("   at Shop.CartTests.Adds()")]
    [InlineData("   at Shop.CartTests.Adds() in /src/CartTests.cs:line 12")]
    [InlineData("   at Shop.CartTests+<>c__DisplayClass3_0.<Adds>b__0()")]
    [InlineData("   at Shop.CartTests.<>c.<Adds>b__3_0()")]
    [InlineData("   at Shop.CartTests.<Adds>d__1.MoveNext()")]
    [InlineData("   at Shop.CartTests.Adds[T](T item)")]
    public void Names_frame_of_the_test_is_found(string frame) =>
        CrashTrace.Names(Case("Shop.CartTests.Adds(1,\"a.b\")"),
            $"Unhandled exception.\n{frame}\n   at System.Threading.Thread.Start()").ShouldBeTrue();

    [Theory]
    [InlineData("   at Shop.CartTests.AddsMore()")]
    [InlineData("   at Shop.CartTestsOfOld.Adds()")]
    [InlineData("   at OtherShop.CartTests.Adds()")]
    [InlineData("Shop.CartTests.Adds() was called")]
    public void Names_frame_of_another_test_is_not_taken_for_it(string frame) =>
        CrashTrace.Names(Case("Shop.CartTests.Adds"), frame).ShouldBeFalse();

    [Fact]
    public void In_keeps_the_runtimes_message_and_both_ends_of_a_long_stack()
    {
        var words = LastWords.In($"chatter\nProcess terminated. gone\n{new string('x', 100_000)}the end");

        words.ShouldStartWith("Process terminated. gone");
        words.ShouldEndWith("the end");
        words.Length.ShouldBeLessThan(12_000);
    }

    private static Contracts.TestCase Case(string name) => ScriptedSuite.Case("") with { FullyQualifiedName = name };
}
