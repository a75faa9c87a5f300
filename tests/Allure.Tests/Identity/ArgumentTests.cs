using TestFlock.Allure.Identity;

namespace TestFlock.Allure.Tests.Identity;

public class ArgumentTests
{
    [Theory]
    [InlineData("Adds(1,\"a,b\",[2, 3])", "1|\"a,b\"|[2, 3]")]
    [InlineData("Shop.Tests.Adds(a: 1, b: \"x)\")", "a: 1|b: \"x)\"")]
    [InlineData("Adds (1,it's)", "1|it's")]
    [InlineData("Adds<Int32>(1)", "1")]
    [InlineData("Adds('(',\"\\\"\")", "'('|\"\\\"\"")]
    [InlineData("Adds()", "")]
    public void Find_takes_arguments_apart_at_the_outer_commas(string shown, string expected)
    {
        ArgumentList.Find(shown, "Adds").ShouldBe(expected.Split('|', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("Adds")]
    [InlineData("Subtracts(1)")]
    [InlineData("A nice name (really)")]
    [InlineData("")]
    public void Find_without_arguments_of_the_method_finds_nothing(string shown)
    {
        ArgumentList.Find(shown, "Adds").ShouldBeNull();
    }

    [Theory]
    [InlineData("1", "System.Int32", "1")]
    [InlineData("1L", "System.Int64", "1")]
    [InlineData("2.20m", "System.Decimal", "2.20")]
    [InlineData("1d", "System.Double", "1.0")]
    [InlineData("1", "System.Double", "1.0")]
    [InlineData("1.5f", "System.Single", "1.5")]
    [InlineData("True", "System.Boolean", "true")]
    [InlineData("null", "System.String", "null")]
    [InlineData("\"a\"", "System.String", "\"a\"")]
    [InlineData("a \"b\"", "System.String", "\"a \\\"b\\\"\"")]
    [InlineData("'c'", "System.Char", "\"c\"")]
    [InlineData("Monday", "System.DayOfWeek", "Monday")]
    public void ToJson_writes_the_value_as_allures_own_adapters_do(string shown, string type, string expected)
    {
        ArgumentValue.ToJson(shown, type).ShouldBe(expected);
    }
}
