namespace TestFlock.Core.Tests.Settings;

public class SettingsRulesTests
{
    [Theory]
    [InlineData("<Broker>amqp://me@host</Broker>", "<Coordination>", "embedded does not go "
        + "with <Broker> amqp://me@host")]
    [InlineData("<Coordination>redis://host</Coordination>", "<Broker>", "embedded does not go with <Coordination>")]
    [InlineData("""<Package Source="nuget" Id="A" />""", "<Package Version>", "Source nuget needs it")]
    [InlineData("""<Package Source="nuget" Version="1" />""", "<Package Id>", "Source nuget needs it")]
    [InlineData("""<Package Id="A" />""", "<Package Id>", "it goes with Source nuget only")]
    [InlineData("""<Package Source="shared" Exclude="*.pdb" />""", "<Package Exclude>", "it goes with Source upload only")]
    [InlineData("""<Package Source="shared" Feed="x" />""", "<Package Feed>", "it goes with Source nuget only")]
    [InlineData("""<Retry Delay="00:00:01" />""", "<Retry Delay>", "no effect while nothing is retried")]
    [InlineData("""<Retry><Never Message="x" /></Retry>""", "<Retry/Never Message>", "no effect while nothing is retried")]
    [InlineData("""<Retry Max="1"><Only /></Retry>""", "<Retry/Only Message>", "names no failure")]
    [InlineData("""<Retry Max="1"><Only Message="(?=look)" /></Retry>""", "<Retry/Only Message>", "is not a regular expression")]
    [InlineData("""<Retry Max="1"><Never Trait="=x" /></Retry>""", "<Retry/Never Trait>", "is not a trait")]
    [InlineData("""<Retry Max="1" Budget="0.0" />""", "<Retry Budget>", "is not a whole number")]
    [InlineData("""<Retry Max="1" Budget="1.5" />""", "<Retry Budget>", "is not a whole number")]
    [InlineData("""<Environment Name="a" />""", "<Environment Capacity>", "Capacity is missing")]
    [InlineData("""<Environment Capacity="3" />""", "<Environment Name>", "Name is missing")]
    [InlineData("""<Variables><Set Name="A" /></Variables>""", "<Variables/Set Value>", "Value is missing")]
    [InlineData("""<Variables><Set Name="A" Value="1" /><Set Name="A" Value="2" /></Variables>""",
        "<Variables/Set Name>", "set a second time")]
    [InlineData("""<Variables><Set Name="A*" Value="1" /></Variables>""", "<Variables/Set Name>", "is not the name")]
    [InlineData("<Variables><Pass>A B</Pass></Variables>", "<Variables/Pass>", "is not the name")]
    public void Read_settings_that_do_not_go_together_is_refused(string content, string place, string problem)
    {
        var errors = SettingsText.Read(content).Errors;

        errors.ShouldContain(error => error.Place == place
            && error.Problem.Contains(problem), string.Join("\n", errors));
    }

    [Theory]
    [InlineData("<Broker>amqp:/wrong</Broker>")]
    [InlineData("<Broker>%MISSING%</Broker><Coordination>redis://host</Coordination>")]
    [InlineData("""<Package Source="nugget" Id="A" Version="1" />""")]
    [InlineData("""<Retry Max="x" Delay="00:00:01" />""")]
    public void Read_value_that_is_wrong_is_not_held_against_others(string content)
    {
        SettingsText.Read(content).Errors.ShouldAllBe(error =>
            !error.Problem.Contains("does not go with") && !error.Problem.Contains("nuget only")
            && !error.Problem.Contains("no effect"));
    }

    [Theory]
    [InlineData("""<DataCollectionRunSettings><DataCollectors><DataCollector friendlyName="blame" enabled="True" /></DataCollectors></DataCollectionRunSettings>""")]
    [InlineData("""<InProcDataCollectionRunSettings><InProcDataCollectors><InProcDataCollector friendlyName="blame" /></InProcDataCollectors></InProcDataCollectionRunSettings>""")]
    public void Read_warm_isolation_with_a_data_collector_is_refused_with_the_cure(string collectors)
    {
        var error = SettingsText.ReadWhole(WithCollectors("warm", collectors)).Error();

        error.ShouldBe("<Isolation>, line 1: warm does not go with data collectors, and the run settings or the "
            + "command line switch on blame. Write process for runs with collectors, or leave <Isolation> out, "
            + "which then means process.");
    }

    [Fact]
    public void Read_coverage_of_tests_on_other_machines_is_refused_with_the_cure()
    {
        var errors = SettingsText.ReadWhole(
            """<RunSettings><DataCollectionRunSettings><DataCollectors><DataCollector friendlyName="XPlat Code Coverage" /></DataCollectors></DataCollectionRunSettings>"""
            + "<TestFlock><Broker>amqp://me@host</Broker><Coordination>redis://host</Coordination></TestFlock></RunSettings>").Errors;

        errors.ShouldHaveSingleItem().ToString().ShouldContain("Write embedded for runs with coverage");
    }

    [Fact]
    public void Read_process_isolation_with_a_data_collector_is_fine() =>
        SettingsText.ReadWhole(WithCollectors("process", """<DataCollectionRunSettings><DataCollectors><DataCollector friendlyName="blame" /></DataCollectors></DataCollectionRunSettings>"""))
            .Settings();

    [Fact]
    public void Read_warm_isolation_with_a_collector_that_is_off_is_fine() =>
        SettingsText.ReadWhole(WithCollectors("warm", """<DataCollectionRunSettings><DataCollectors><DataCollector friendlyName="blame" enabled="false" /></DataCollectors></DataCollectionRunSettings>"""))
            .Settings().Isolation.ShouldBe(Contracts.Isolation.Warm);

    [Fact]
    public void Read_data_collector_without_isolation_means_process() =>
        SettingsText.ReadWhole("<RunSettings><TestFlock /><DataCollectionRunSettings><DataCollectors><DataCollector "
            + "friendlyName=\"blame\" /></DataCollectors></DataCollectionRunSettings></RunSettings>")
            .Settings().Isolation.ShouldBe(Contracts.Isolation.Process);

    [Fact]
    public void Read_nothing_about_isolation_means_warm() =>
        SettingsText.Read("").Settings().Isolation.ShouldBe(Contracts.Isolation.Warm);

    private static string WithCollectors(string isolation, string collectors) =>
        $"<RunSettings><TestFlock><Isolation>{isolation}</Isolation></TestFlock>{collectors}</RunSettings>";
}
