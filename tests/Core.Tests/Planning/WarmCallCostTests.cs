using TestFlock.Core.Planning;

namespace TestFlock.Core.Tests.Planning;

public class WarmCallCostTests
{
    [Theory]
    [InlineData("executor://xunit/VsTestRunner3/netcore/", true, 400)]
    [InlineData("executor://xunit/VsTestRunner3/netcore/", false, 10)]
    [InlineData("executor://nunit3testexecutor/", false, 22)]
    [InlineData("executor://MSTestAdapter/v4", false, 10)]
    public void Of_knows_what_frameworks_do_for_each_call(string uri, bool isXunit3, int milliseconds)
    {
        var test = TestCases.Xunit("A", "B") with { ExecutorUri = uri };

        WarmCallCost.Of(
                [.. Enumerable.Repeat(test, 1000)],
                path => isXunit3 && path.EndsWith("xunit.v3.core.dll", StringComparison.Ordinal))
            .ShouldBe(TimeSpan.FromMilliseconds(milliseconds));
    }
}
