namespace TestFlock.TestAdapter.Tests.Interception;

public sealed class TestFlockSectionTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("<RunSettings />")]
    [InlineData("<RunSettings><NUnit><TestFlock /></NUnit></RunSettings>")]
    [InlineData("<RunSettings><TestFlock><Enabled>false</Enabled></TestFlock></RunSettings>")]
    [InlineData("<RunSettings><TestFlock><Enabled> False </Enabled></TestFlock></RunSettings>")]
    [InlineData("<RunSettings><TestFlock><Enabled>0</Enabled></TestFlock></RunSettings>")]
    public void IsEnabledIn_settings_without_an_enabled_section_is_false(string? settingsXml) =>
        TestFlockSection.IsEnabledIn(settingsXml).ShouldBeFalse();

    [Theory]
    [InlineData("<RunSettings><TestFlock /></RunSettings>")]
    [InlineData("<RunSettings><TestFlock><Enabled>true</Enabled></TestFlock></RunSettings>")]
    [InlineData("<RunSettings><TestFlock><Enabled></Enabled></TestFlock></RunSettings>")]
    [InlineData("<RunSettings><TestFlock><Enabled>flase</Enabled></TestFlock></RunSettings>")]
    [InlineData("<RunSettings><TestFlock><Enabled>%NO_SUCH_VARIABLE_HERE%</Enabled></TestFlock></RunSettings>")]
    public void IsEnabledIn_a_section_that_does_not_plainly_say_no_is_true(string settingsXml) =>
        TestFlockSection.IsEnabledIn(settingsXml).ShouldBeTrue();

    [Fact]
    public void IsEnabledIn_takes_the_value_from_the_environment()
    {
        Environment.SetEnvironmentVariable("TESTFLOCK_SECTION_TEST", "false");

        TestFlockSection.IsEnabledIn(
                "<RunSettings><TestFlock><Enabled>%TESTFLOCK_SECTION_TEST%</Enabled></TestFlock></RunSettings>")
            .ShouldBeFalse();
    }
}
