using TestFlock.Contracts;

namespace TestFlock.Core.Tests.Wire;

public sealed class WarmHostHookTests
{
    private static readonly string Hook = WarmHostHook.In("output");

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("other", "other")]
    [InlineData("one|two", "one|two")]
    public void Without_takes_away_what_With_has_added(string? hooks, string? left) =>
        WarmHostHook.Without(WarmHostHook.With(List(hooks), Hook)).ShouldBe(List(left));

    [Theory]
    [InlineData(null)]
    [InlineData("other")]
    [InlineData("one|two")]
    public void Without_leaves_what_others_have_hooked_in(string? hooks) =>
        WarmHostHook.Without(List(hooks)).ShouldBe(List(hooks));

    private static string? List(string? hooks) => hooks?.Replace('|', Path.PathSeparator);
}
