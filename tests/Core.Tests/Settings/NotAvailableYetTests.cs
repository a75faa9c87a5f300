using TestFlock.Core.Settings;

namespace TestFlock.Core.Tests.Settings;

public class NotAvailableYetTests
{
    [Theory]
    [InlineData("<Allure />", "<Allure Directory>, line 3: this is not available yet. Take it out.")]
    public void Read_missing_feature_is_refused_with_what_there_is(string content, string expected)
    {
        SettingsText.Read(content).Error().ShouldBe(expected);
    }

    [Theory]
    [InlineData("""<TestOps Endpoint="https://host" Project="1" Token="t" />""")]
    public void Read_every_missing_feature_is_refused(string content)
    {
        var errors = SettingsText.Read(content).Errors;

        errors.ShouldNotBeEmpty();
        errors.ShouldAllBe(error => error.Problem.Contains("not available yet"));
    }

    [Fact]
    public void Table_lists_no_setting_twice()
    {
        NotAvailableYet.Table.Select(entry => entry.Setting).ShouldBeUnique();
    }
}
