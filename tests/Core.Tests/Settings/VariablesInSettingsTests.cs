namespace TestFlock.Core.Tests.Settings;

public class VariablesInSettingsTests
{
    [Theory]
    [InlineData("%NAME%", "shop")]
    [InlineData("a-%NAME%-%OTHER%", "a-shop-2")]
    [InlineData("%NAME%%OTHER%", "shop2")]
    [InlineData("100%%", "100%")]
    [InlineData("%%NAME%%", "%NAME%")]
    [InlineData("%ProgramFiles(x86)%", "files")]
    public void Read_variable_puts_in_its_content(string written, string suite)
    {
        SettingsText.Read($"<Suite>{written}</Suite>", ("NAME", "shop"), ("OTHER", "2"), ("ProgramFiles(x86)", "files"))
            .Settings().Suite.ShouldBe(suite);
    }

    [Fact]
    public void Read_variable_content_is_not_expanded_again()
    {
        SettingsText.Read("<Suite>%NAME%</Suite>", ("NAME", "%OTHER%")).Settings().Suite.ShouldBe("%OTHER%");
    }

    [Fact]
    public void Read_missing_variables_names_each()
    {
        var errors = SettingsText.Read("<Suite>%FIRST%-%SECOND%</Suite>").Errors.Select(error => error.ToString());

        errors.ShouldBe(
        [
            "<Suite>, line 3: the environment variable FIRST is not set. "
                + "Set it before the run, or write the value in place of %FIRST%.",
            "<Suite>, line 3: the environment variable SECOND is not set. "
                + "Set it before the run, or write the value in place of %SECOND%.",
        ]);
    }

    [Theory]
    [InlineData("100%")]
    [InlineData("%")]
    [InlineData("% NAME %")]
    [InlineData("%1%")]
    public void Read_lone_percent_sign_tells_how_to_write_one(string written)
    {
        SettingsText.Read($"<Suite>{written}</Suite>").Error()
            .ShouldBe($"<Suite>, line 3: '{written}' has a percent sign that belongs to no %NAME%. "
                + "Write %% for a percent sign.");
    }

    [Fact]
    public void Read_enabled_from_variable()
    {
        SettingsText.Read("<Enabled>%ON%</Enabled>", ("ON", "false")).Settings.ShouldBeNull();
        SettingsText.Read("<Enabled>%ON%</Enabled>", ("ON", "true")).Settings.ShouldNotBeNull();
    }
}
