using TestFlock.Allure.Identity;

namespace TestFlock.Allure.Tests.Identity;

public class HistoryTextTests
{
    private const string FullName =
        "Shop.Tests:Shop.Tests.Checkout.MathTests.Adds(System.Int32,System.Int32,System.String)";

    [Fact]
    public void HistoryId_is_what_allures_own_adapter_computes()
    {
        HistoryText.HistoryId(FullName, ["1", "2", "\"s3cr3t\""]).ShouldBe("98e3c7541390fd6588ba1e800c0a0a47");
    }

    [Fact]
    public void TestCaseId_is_the_md5_of_the_name()
    {
        HistoryText.TestCaseId("a").ShouldBe("0cc175b9c0f1b6a831c399e269772661");
    }

    [Theory]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("\n\r\t\b\f", "\"\\n\\r\\t\\b\\f\"")]
    [InlineData("\u0001\u001f\u0085\u2028\u2029", "\"\\u0001\\u001f\\u0085\\u2028\\u2029\"")]
    [InlineData("é\u00a0\u007f<>&'😀", "\"é\u00a0\u007f<>&'😀\"")]
    public void Quoted_escapes_as_the_json_writer_of_allures_own_adapters(string text, string expected)
    {
        HistoryText.Quoted(text).ShouldBe(expected);
    }
}
