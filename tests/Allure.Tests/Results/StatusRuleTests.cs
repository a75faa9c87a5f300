using TestFlock.Allure.Results;
using TestFlock.Allure.Tests.Support;
using TestFlock.Contracts;

namespace TestFlock.Allure.Tests.Results;

public class StatusRuleTests
{
    /// <summary>Messages as the frameworks' adapters really write them.</summary>
    public static TheoryData<string, string> Messages => new()
    {
        { "  Assert.That(1, Is.EqualTo(2))\n  Expected: 2\n  But was:  1\n", "failed" },
        { "nope", "failed" },
        { "Multiple failures or warnings in test:\n  1)   Assert.That(1, Is.EqualTo(2))\n", "failed" },
        { "System.NullReferenceException : boom", "broken" },
        { "SetUp : System.Exception : no shop", "broken" },
        { "OneTimeSetUp: System.Exception : no shop", "broken" },
        { "System.InvalidOperationException : outer\n  ----> System.Exception : in", "broken" },
        { "Assert.Equal() Failure: Values differ\nExpected: 1\nActual:   2", "failed" },
        { "Xunit.Sdk.XunitException : mine", "failed" },
        { "my message", "failed" },
        { "Assert.AreEqual failed. Expected:<1>. Actual:<2>. ", "failed" },
        { "Assert.IsTrue failed. my message", "failed" },
        { "Test method Shop.Tests.CartTests.Broken threw exception: \nSystem.NullReferenceException: boom", "broken" },
        { "Initialization method Shop.Tests.CartTests.Init threw exception. System.Exception: x.", "broken" },
        { "Class Initialization method Shop.T.Init threw exception. System.Exception: x.", "broken" },
        { "Test 'Tmo' timed out after 30ms", "broken" },
        { "TestFlock: lost. Its batch was begun 3 times and never finished.", "broken" },
        { "TestFlock: timed out. It ran longer than 00:00:05.", "broken" },
        { "", "failed" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void Of_a_failure_depends_on_whether_an_exception_that_is_no_assertion_caused_it(
        string message, string expected)
    {
        new StatusRule(null).Of(Cases.Of("Shop.T.M"), Failure(message)).ShouldBe(expected);
    }

    [Fact]
    public void Of_an_exception_that_the_user_counts_among_failures_is_failed()
    {
        var rule = new StatusRule(["Shop.DeclinedException"]);

        rule.Of(Cases.Of("Shop.T.M"), Failure("Shop.DeclinedException : no money")).ShouldBe("failed");
        rule.Of(Cases.Of("Shop.T.M"), Failure("System.Exception : no money")).ShouldBe("broken");
        rule.Of(
            Cases.Of("Shop.T.M"),
            Failure("Test method Shop.T.M threw exception: \nShop.DeclinedException: no money")).ShouldBe("failed");
    }

    [Fact]
    public void Of_no_outcome_is_broken_where_it_means_inconclusive_and_skipped_where_nobody_asked()
    {
        var rule = new StatusRule(null);
        var none = new TestResult { Outcome = Outcome.None };

        rule.Of(Cases.Of("Shop.T.M"), none).ShouldBe("broken");
        rule.Of(Cases.Of("Shop.T.M").WithProperty("NUnit.Explicit", true), none).ShouldBe("skipped");
        rule.Of(Cases.Of("Shop.T.M", executor: Cases.MSTest), none).ShouldBe("skipped");
        rule.Of(Cases.Of("Shop.T.M"), new TestResult { Outcome = Outcome.Skipped }).ShouldBe("skipped");
        rule.Of(Cases.Of("Shop.T.M"), new TestResult { Outcome = Outcome.Passed }).ShouldBe("passed");
    }

    [Theory]
    [InlineData("  Assert.That(1, Is.EqualTo(2))\n  Expected: 2\n  But was:  1\n", "2", "1")]
    [InlineData("Assert.Equal() Failure: Values differ\nExpected: 1\nActual:   2", "1", "2")]
    [InlineData("Assert.AreEqual failed. Expected:<a\nb>. Actual:<>. ", null, null)]
    [InlineData("Assert.AreEqual failed. Expected:<1>. Actual:<2>. ", "1", "2")]
    [InlineData("Assert.Equal() Failure: Strings differ\n           ↓ (pos 1)\nExpected: \"ab\"\nActual:   \"aB\"\n           ↑ (pos 1)", "\"ab\"", "\"aB\"")]
    [InlineData("Expected: is only the beginning of a sentence", null, null)]
    [InlineData("nope", null, null)]
    public void Comparison_finds_what_was_expected_and_what_there_was(
        string message, string? expected, string? actual)
    {
        var found = Comparison.Find(message);

        (found?.Expected, found?.Actual).ShouldBe((expected, actual));
    }

    private static TestResult Failure(string message) =>
        new() { Outcome = Outcome.Failed, ErrorMessage = message };
}
