using TestFlock.Contracts;
using TestFlock.Core.Quarantines;
using TestFlock.Core.Tests.Planning;

namespace TestFlock.Core.Tests.Quarantines;

public class QuarantineTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly TestResult Failure = new() { Outcome = Outcome.Failed, ErrorMessage = "no stock" };

    [Theory]
    [InlineData("Shop.Cart.Adds", true)]
    [InlineData("Shop.Cart.*", true)]
    [InlineData("*Adds", true)]
    [InlineData("Shop.*.Add*", true)]
    [InlineData("Shop.Cart", false)]
    [InlineData("shop.cart.adds", false)]
    [InlineData("Shop.Cart.Add.", false)]
    public void Soften_failure_of_a_test_that_an_entry_names_is_skipped_with_its_message(string pattern, bool isNamed)
    {
        var told = new Quarantine([Entry(pattern, Today)], Today).Soften(TestCases.Xunit("Shop.Cart", "Adds"), Failure);

        told.Outcome.ShouldBe(isNamed ? Outcome.Skipped : Outcome.Failed);
        told.ErrorMessage.ShouldBe(
            isNamed ? "TestFlock: failed, in quarantine until 2026-11-22 (ann: SHOP-12).\nno stock" : "no stock");
    }

    [Fact]
    public void Soften_entry_that_ended_yesterday_lets_the_failure_count()
    {
        var expired = Entry("*", Today.AddDays(-1));
        var quarantine = new Quarantine([expired], Today);

        quarantine.Soften(TestCases.Xunit("Shop.Cart", "Adds"), Failure).ShouldBe(Failure);
        quarantine.Expired.ShouldBe([expired]);
    }

    [Fact]
    public void Soften_result_that_is_no_failure_stays_as_it_is()
    {
        var passed = new TestResult { Outcome = Outcome.Passed };

        new Quarantine([Entry("*", Today)], Today).Soften(TestCases.Xunit("Shop.Cart", "Adds"), passed).ShouldBe(
            passed);
    }

    private static QuarantineEntry Entry(string test, DateOnly until) => new(test, "ann", "SHOP-12", until);
}
