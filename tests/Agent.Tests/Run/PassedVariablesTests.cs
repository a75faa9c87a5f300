using System.Collections;
using TestFlock.Agent.Run;
using TestFlock.Core.Settings;

namespace TestFlock.Agent.Tests.Run;

public sealed class PassedVariablesTests
{
    private static readonly Hashtable Own = new()
    {
        ["SHOP_URL"] = "https://shop",
        ["SHOP.KEY"] = "k",
        ["MY_SHOP_URL"] = "no",
        ["TOKEN"] = "secret",
    };

    [Fact]
    public void Of_noVariables_passesNothing() => PassedVariables.Of(new VariableOptions(), Own).ShouldBeEmpty();

    [Fact]
    public void Of_patterns_passesWhatMatchesInWhole()
    {
        PassedVariables.Of(new VariableOptions { Pass = ["SHOP_*", "SHOP.K*"] }, Own)
            .ShouldBe(new Dictionary<string, string> { ["SHOP_URL"] = "https://shop", ["SHOP.KEY"] = "k" },
                ignoreOrder: true);
    }

    [Fact]
    public void Of_setAndPassed_setWins()
    {
        var variables = new VariableOptions { Pass = ["SHOP_URL"], Set = new Dictionary<string,
            string> { ["SHOP_URL"] = "https://other" } };

        PassedVariables.Of(variables, Own)["SHOP_URL"].ShouldBe("https://other");
    }
}
