using Xunit;

namespace Fleet.Suite;

/// <summary>Tests that take as long as the run says, and write down when they begin and end.</summary>
public class WaitingTests
{
    [Fact]
    public Task Waits_01() => Journal.RunAsync("Waits_01");

    [Fact]
    public Task Waits_02() => Journal.RunAsync("Waits_02");

    [Fact]
    public Task Waits_03() => Journal.RunAsync("Waits_03");

    [Fact]
    public Task Waits_04() => Journal.RunAsync("Waits_04");

    [Fact]
    public Task Waits_05() => Journal.RunAsync("Waits_05");

    [Fact]
    public Task Waits_06() => Journal.RunAsync("Waits_06");

    [Fact]
    public Task Waits_07() => Journal.RunAsync("Waits_07");

    [Fact]
    public Task Waits_08() => Journal.RunAsync("Waits_08");

    [Fact]
    public Task Waits_09() => Journal.RunAsync("Waits_09");

    [Fact]
    public Task Waits_10() => Journal.RunAsync("Waits_10");

    [Fact]
    public Task Waits_11() => Journal.RunAsync("Waits_11");

    [Fact]
    public Task Waits_12() => Journal.RunAsync("Waits_12");
}

public class BrowserTests
{
    [Fact, Trait("TestFlock.Requires", "browser=chrome")]
    public Task Needs_a_browser() => Journal.RunAsync("Needs_a_browser");
}
