using System.Xml.Linq;
using TestFlock.Execution.Calls;

namespace TestFlock.Execution.Tests.Calls;

public sealed class CallSettingsTests
{
    [Fact]
    public void For_no_settings_names_selection_and_results()
    {
        var root = Root("");

        root.Element("TestFlock")!.Element("Selection")!.Value.ShouldBe("/calls/1/selection.json");
        root.Element("RunConfiguration")!.Element("ResultsDirectory")!.Value.ShouldBe("/calls/1/results");
    }

    [Fact]
    public void For_callers_settings_keeps_what_concerns_each_test()
    {
        var root = Root("""
            <RunSettings>
              <RunConfiguration>
                <MaxCpuCount>1</MaxCpuCount>
                <EnvironmentVariables><SHOP_URL>https://shop</SHOP_URL></EnvironmentVariables>
              </RunConfiguration>
              <NUnit><NumberOfTestWorkers>2</NumberOfTestWorkers></NUnit>
              <TestRunParameters><Parameter name="a" value="b" /></TestRunParameters>
              <DataCollectionRunSettings><DataCollectors><DataCollector friendlyName="blame" /></DataCollectors></DataCollectionRunSettings>
            </RunSettings>
            """);

        root.Element("RunConfiguration")!.Element("MaxCpuCount")!.Value.ShouldBe("1");
        root.Element("RunConfiguration")!.Element("EnvironmentVariables")!.Element("SHOP_URL")!.Value.ShouldBe(
            "https://shop");
        root.Element("NUnit")!.Element("NumberOfTestWorkers")!.Value.ShouldBe("2");
        root.Element("TestRunParameters")!.Elements().ShouldHaveSingleItem();
        root.Element("DataCollectionRunSettings").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("<LoggerRunSettings><Loggers><Logger friendlyName=\"trx\" /></Loggers></LoggerRunSettings>", "LoggerRunSettings")]
    [InlineData("<RunConfiguration><DesignMode>true</DesignMode></RunConfiguration>", "DesignMode")]
    [InlineData("<RunConfiguration><TestCaseFilter>Category=Fast</TestCaseFilter></RunConfiguration>", "TestCaseFilter")]
    [InlineData("<RunConfiguration><TestSessionTimeout>1</TestSessionTimeout></RunConfiguration>", "TestSessionTimeout")]
    [InlineData("<TestFlock><Slots>3</Slots></TestFlock>", "Slots")]
    [InlineData("<NUnit><TestOutputXml>xml</TestOutputXml></NUnit>", "TestOutputXml")]
    [InlineData(
        "<DataCollectionRunSettings><DataCollectors><DataCollector friendlyName=\"xplat code coverage\" "
            + "/></DataCollectors></DataCollectionRunSettings>",
        "DataCollector")]
    public void For_what_belongs_to_the_whole_run_is_left_out(string settings, string name) =>
        Root($"<RunSettings>{settings}</RunSettings>").Descendants(name).ShouldBeEmpty();

    [Fact]
    public void For_callers_results_directory_is_replaced() =>
        Root("<RunSettings><RunConfiguration><ResultsDirectory>/r</ResultsDirectory></RunConfiguration></RunSettings>")
            .Descendants("ResultsDirectory").ShouldHaveSingleItem().Value.ShouldBe("/calls/1/results");

    private static XElement Root(string settings) =>
        XDocument.Parse(CallSettings.ForSelection(settings, "/calls/1/selection.json", "/calls/1/results")).Root!;
}
