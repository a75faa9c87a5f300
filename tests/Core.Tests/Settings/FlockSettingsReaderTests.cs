using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Tests.Settings;

public class FlockSettingsReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("<RunSettings />")]
    [InlineData("<RunSettings><RunConfiguration><MaxCpuCount>1</MaxCpuCount></RunConfiguration></RunSettings>")]
    [InlineData("<RunSettings><TestFlock><Enabled>false</Enabled><Nonsense /></TestFlock></RunSettings>")]
    [InlineData("<RunSettings><TestFlock><Enabled> False </Enabled></TestFlock></RunSettings>")]
    public void Read_without_enabled_section_gives_neither_settings_nor_errors(string xml)
    {
        var reading = SettingsText.ReadWhole(xml);

        reading.Settings.ShouldBeNull();
        reading.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Read_empty_section_gives_defaults()
    {
        var settings = SettingsText.Read("").Settings();

        settings.ShouldBe(new FlockSettings
        {
            AsWritten = settings.AsWritten, Variables = settings.Variables,
        });
        settings.Variables.Pass.ShouldBeEmpty();
        settings.Variables.Set.ShouldBeEmpty();
    }

    [Fact]
    public void Read_available_settings_gives_each_value()
    {
        var settings = SettingsText.Read(
            """
            <Enabled>true</Enabled>
            <Broker>embedded</Broker>
            <Coordination>Embedded</Coordination>
            <Slots> 4 </Slots>
            <Suite>checkout</Suite>
            <Priority>normal</Priority>
            <Isolation>Process</Isolation>
            <Unit>class</Unit>
            <Package Source="shared" />
            <Timeouts Test="00:10:00" Run="2:00:00.5" />
            <WhenNoAgents>fail</WhenNoAgents>
            """).Settings();

        settings.Broker.ShouldBeNull();
        settings.Coordination.ShouldBeNull();
        settings.Slots.ShouldBe(4);
        settings.Suite.ShouldBe("checkout");
        settings.Isolation.ShouldBe(Isolation.Process);
        settings.Unit.ShouldBe(UnitSize.Class);
        settings.Timeouts.Test.ShouldBe(TimeSpan.FromMinutes(10));
        settings.Timeouts.Run.ShouldBe(TimeSpan.FromHours(2) + TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public void Read_many_errors_tells_all_in_order_of_the_text()
    {
        var reading = SettingsText.Read(
            """
            <Slotz>4</Slotz>
            <Unit>methods</Unit>
            <Retry Max="many" Skope="class" />
            <Suite></Suite>
            """);

        reading.Settings.ShouldBeNull();
        reading.Errors.Select(error => error.ToString()).ShouldBe(
        [
            "<Slotz>, line 3: there is no such element. Write Slots if that is what you mean, or take it out.",
            "<Unit>, line 4: 'methods' is not auto, test, class or assembly. Correct it, or leave it out for auto.",
            "<Retry>, line 5: it has no attribute Skope. Write Scope if that is what you mean, or take it out.",
            "<Retry Max>, line 5: 'many' is not a whole number from 0 to 100. Correct it, or leave it out for 0.",
            "<Suite>, line 6: it is empty. Correct it, or leave it out for the test assembly's name.",
        ]);
    }

    [Theory]
    [InlineData("<Slots>0</Slots>")]
    [InlineData("<Slots>1025</Slots>")]
    [InlineData("<Slots>-1</Slots>")]
    [InlineData("<Slots>4.0</Slots>")]
    [InlineData("<Slots>99999999999999999999</Slots>")]
    [InlineData("<Slots>٤</Slots>")]
    [InlineData("<Enabled>yes</Enabled>")]
    [InlineData("<Unit>1</Unit>")]
    [InlineData("<Unit>Auto, Test</Unit>")]
    [InlineData("<Broker>kafka://host</Broker>")]
    [InlineData("<Broker>amqp://</Broker>")]
    [InlineData("<Broker>amqp://host/?heartbeat=3</Broker>")]
    [InlineData("<Coordination>amqp://host</Coordination>")]
    [InlineData("""<Timeouts Test="10" />""")]
    [InlineData("""<Timeouts Test="10:00" />""")]
    [InlineData("""<Timeouts Test="00:00:00" />""")]
    [InlineData("""<Timeouts Test="-00:00:01" />""")]
    [InlineData("""<Timeouts Test="00:60:00" />""")]
    [InlineData("""<Timeouts Test="8.00:00:00" />""")]
    [InlineData("<Requires>os linux</Requires>")]
    [InlineData("<Requires>dotnet>=ten</Requires>")]
    public void Read_wrong_value_tells_range_and_cure(string content)
    {
        var error = SettingsText.Read(content).Error();

        error.ShouldContain(" is not ");
        error.ShouldContain("line 3");
        error.ShouldContain("Correct it, or leave it out for ");
    }

    [Fact]
    public void Read_hours_beyond_a_day_means_hours()
    {
        SettingsText.Read("""<Timeouts Test="24:00:00" Run="1.12:00:00" />""").Settings().Timeouts.ShouldBe(
            new TimeoutOptions { Test = TimeSpan.FromHours(24), Run = TimeSpan.FromHours(36) });
    }

    [Theory]
    [InlineData("<Slots>1</Slots><Slots>2</Slots>", "<Slots>, line 3: it stands there more "
        + "than once. Keep one of them.")]
    [InlineData("stray",
        "<TestFlock>, line 2: it holds a text, which means nothing here. Take it out, or put it into an element.")]
    [InlineData("<Retry>2</Retry>",
        "<Retry>, line 3: it holds a text, which means nothing here. "
        + "Take it out, or put it into an attribute: Max, Scope, Delay, ShowOnlyLast, HideDetails, Budget.")]
    [InlineData("<Timeouts><Test Deep=\"1\">00:01:00</Test></Timeouts>", "<Timeouts/Test>, line 3: there is no "
        + "such element. Take it out.")]
    [InlineData("<slots>1</slots>",
        "<slots>, line 3: there is no such element. Write Slots if that is what you mean, or take it out.")]
    [InlineData("<Slots><Deep /></Slots>", null)]
    [InlineData("<Slots Max=\"3\">4</Slots>", "<Slots>, line 3: it has no attribute Max. Take it out.")]
    [InlineData("<Zebra />", null)]
    [InlineData("<f:Slots xmlns:f=\"urn:x\">4</f:Slots>", null)]
    [InlineData("<Environment Name=\"staging\" />", null)]
    public void Read_wrong_shape_is_refused(string content, string? expected)
    {
        var errors = SettingsText.Read(content).Errors.Select(error => error.ToString()).ToArray();

        errors.ShouldNotBeEmpty();
        if (expected is not null)
            errors.ShouldBe([expected]);
    }

    [Fact]
    public void Read_second_section_is_refused()
    {
        SettingsText.ReadWhole("<RunSettings>\n<TestFlock />\n<TestFlock />\n</RunSettings>").Error()
            .ShouldBe("<TestFlock>, line 3: it stands there more than once. Keep one of them.");
    }

    [Theory]
    [InlineData("Testflock")]
    [InlineData("TestFlok")]
    public void Read_misspelled_section_is_refused(string name)
    {
        SettingsText.ReadWhole($"<RunSettings>\n<{name} />\n</RunSettings>").Error()
            .ShouldBe($"<{name}>, line 2: there is no such section. "
                + "Write <TestFlock> if that is what you mean, or take it out.");
    }

    [Theory]
    [InlineData("<RunSettings><TestFlock></RunSettings>")]
    [InlineData("no xml")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
        + "<RunSettings><TestFlock><Suite>&e;</Suite></TestFlock></RunSettings>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e \"text\">]><RunSettings />")]
    public void Read_unsafe_or_broken_xml_is_refused(string xml)
    {
        SettingsText.ReadWhole(xml).Error().ShouldContain("no well-formed XML without a DTD");
    }

    [Fact]
    public void Read_password_with_ampersand_is_refused_without_a_part_of_it()
    {
        var error = SettingsText.Read("<Broker>amqp://user:first&second;third@host</Broker>").Error();

        error.ShouldContain("&amp;");
        error.ShouldNotContain("second");
    }

    [Fact]
    public void Read_namespace_declarations_and_comments_is_fine()
    {
        SettingsText.ReadWhole(
            """
            <RunSettings xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <TestFlock xmlns:x="urn:x"><!-- why --><Slots>3<!-- because --></Slots></TestFlock>
            </RunSettings>
            """).Settings().Slots.ShouldBe(3);
    }

    [Fact]
    public void Read_copy_of_the_text_tells_no_lines()
    {
        new FlockSettingsReader(_ => null).Read(SettingsText.Around("<Slots>0</Slots><Slotz />"))
            .Errors.Select(error => error.ToString()).ShouldBe(
            [
                "<Slotz>: there is no such element. Write Slots if that is what you mean, or take it out.",
                "<Slots>: '0' is not a whole number from 1 to 1024. Correct it, or leave it "
                    + "out for the number of cores.",
            ]);
    }

    [Fact]
    public void Read_element_of_an_attributes_name_overrides_it()
    {
        var timeouts = SettingsText.Read(
            """<Timeouts Test="00:00:01" Run="00:00:02"><Test>00:00:03</Test></Timeouts>""").Settings().Timeouts;

        timeouts.Test.ShouldBe(TimeSpan.FromSeconds(3));
        timeouts.Run.ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Read_priority_names_in_any_case()
    {
        SettingsText.Read("<Priority>NORMAL</Priority>").Settings().Priority.ShouldBe(RunPriority.Normal);
    }
}
