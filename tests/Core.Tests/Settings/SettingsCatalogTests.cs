using System.Reflection;
using System.Xml.Linq;
using TestFlock.Core.Settings;
using TestFlock.Core.Settings.Reading;

namespace TestFlock.Core.Tests.Settings;

public class SettingsCatalogTests
{
    [Fact]
    public void All_lists_every_setting_that_is_declared()
    {
        var declared = typeof(SettingsCatalog).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => typeof(Setting).IsAssignableFrom(field.FieldType) && !field.Name.StartsWith('<'))
            .Select(field => (Setting)field.GetValue(null)!);

        SettingsCatalog.All.ShouldBe(declared, ignoreOrder: true);
        SettingsCatalog.All.Select(setting => setting.Place).ShouldBeUnique();
    }

    [Fact]
    public void Default_in_words_is_the_default_of_the_code()
    {
        var otherwise = Read("");
        var values = SettingsCatalog.All.Where(setting =>
            setting is { Default: not null, Repeats: false } && !IsWords(setting) && !NeedsOthers(setting));
        foreach (var setting in values)
        {
            var element = new XElement(setting.Element);
            if (setting.Attribute is null)
                element.Value = setting.Default!;
            else
                element.SetAttributeValue(setting.Attribute, setting.Default);

            var written = Read(element.ToString());
            (written with { AsWritten = "", Variables = otherwise.Variables })
                .ShouldBe(otherwise with { AsWritten = "" }, setting.Place);
        }
    }

    [Fact]
    public void Read_everything_gives_each_value()
    {
        var settings = Read(
            """
            <Broker>amqps://shop:pw@host:1234/vhost</Broker>
            <Coordination>redis://host</Coordination>
            <Priority>release</Priority>
            <Isolation>warm</Isolation>
            <Requires>os=linux; browser=chrome</Requires>
            <Environment Name="staging-01" Capacity="100" />
            <Variables><Pass>SHOP_*</Pass><Pass>HOME</Pass><Set Name="A" Value="1" /><Set Name="B" Value="" /></Variables>
            <Package Source="nuget" Id="Shop.Tests" Version="1.2.3" Feed="https://feed" />
            <Retry Max="2" Scope="class" Delay="00:00:00.5" ShowOnlyLast="true" HideDetails="true" Budget="0.05">
                <Only Message="timed? out" Exception="HttpRequestException" />
                <Never Trait="Category=Payment" /><Never Trait="Stable" />
            </Retry>
            <Quarantine File="known.json" />
            <Timeouts Test="00:10:00" Agent="00:02:30" Run="02:00:00" />
            <WhenNoAgents>local</WhenNoAgents>
            <Allure Directory="results" Clean="false" />
            <TestOps Endpoint="https://testops" Project="7" Token="t" Launch="nightly" />
            """);

        settings.Broker.ShouldNotBeNull().ShouldSatisfyAllConditions(
            broker => broker.Host.ShouldBe("host"),
            broker => broker.Port.ShouldBe(1234),
            broker => broker.UsesTls.ShouldBeTrue(),
            broker => broker.Uri.AbsolutePath.ShouldBe("/vhost"));
        settings.Coordination.ShouldNotBeNull().Port.ShouldBe(6379);
        settings.Coordination.UsesTls.ShouldBeFalse();
        settings.Priority.ShouldBe(Coordination.RunPriority.Release);
        settings.Isolation.ShouldBe(Contracts.Isolation.Warm);
        settings.Requires.Canonical.ShouldBe("browser=chrome;os=linux");
        settings.Environment.ShouldBe(new Coordination.EnvironmentCapacity("staging-01", 100));
        settings.Variables.Pass.ShouldBe(["SHOP_*", "HOME"]);
        settings.Variables.Set.ShouldBe(new Dictionary<string, string> { ["A"] = "1", ["B"] = "" });
        settings.Package.ShouldBe(new PackageOptions
        {
            Source = PackageSource.Nuget, Id = "Shop.Tests", Version = "1.2.3", Feed = "https://feed",
        });
        settings.Retry.ShouldBe(settings.Retry with
        {
            Max = 2, Scope = RetryScope.Class, Delay = TimeSpan.FromMilliseconds(500), ShowOnlyLast = true,
            HideDetails = true, Budget = RetryBudget.OfShare(0.05),
        });
        settings.Retry.Only.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            rule => rule.Message.ShouldNotBeNull().ToString().ShouldBe("timed? out"),
            rule => rule.Exception.ShouldBe("HttpRequestException"),
            rule => rule.Trait.ShouldBeNull());
        settings.Retry.Never.Select(rule => rule.Trait).ShouldBe(
            [new TraitPattern("Category", "Payment"), new TraitPattern("Stable", null)]);
        settings.QuarantineFile.ShouldBe("known.json");
        settings.Timeouts.Agent.ShouldBe(TimeSpan.FromSeconds(150));
        settings.WhenNoAgents.ShouldBe(NoAgentsPolicy.Local);
        settings.Allure.ShouldNotBeNull().Directory.ShouldBe("results");
        settings.Allure.Clean.ShouldBeFalse();
        settings.TestOps.ShouldBe(new TestOpsOptions
        {
            Endpoint = new Uri("https://testops"), Project = 7, Token = "t", Launch = "nightly",
        });
    }

    [Theory]
    [InlineData("redis", null, "redis")]
    [InlineData("https://me:pw@host/a/b", "https://host/a/b", "https://me:***@host/a/b")]
    [InlineData("/mnt/packages/", "/mnt/packages", "/mnt/packages")]
    public void Read_a_package_store_is_told_without_its_user(string store, string? onTheWire, string shown)
    {
        var package = Read($"""<Package Source="upload" Store="{store}" Exclude="*.pdb; node_modules/" />""").Package;

        package.Store.WithoutUser().ShouldBe(onTheWire);
        package.Store.ToString().ShouldBe(shown);
        package.Exclude.Select(pattern => pattern.Text).ShouldBe(["*.pdb", "node_modules/"]);
        package.Exclude.Count(pattern => pattern.Matches("a/b.PDB")).ShouldBe(1);
    }

    [Fact]
    public void Read_slots_with_a_broker_warns()
    {
        var reading = new FlockSettingsReader(_ => null, []).Read(SettingsText.Around(
            "<Broker>amqp://u:pw@host</Broker><Coordination>redis://host</Coordination><Slots>4</Slots>"));

        reading.Settings.ShouldNotBeNull();
        reading.Warnings.ShouldBe(
        [
            "<Slots> 4 has no effect with <Broker> amqp://u:***@host: each agent brings its own slots "
            + "(testflock agent --slots).",
        ]);
    }

    /// <summary>"no limit" and its like, which are no values.</summary>
    private static bool IsWords(Setting setting) =>
        setting == TopElements.Slots || setting == TopElements.Suite || setting == TopElements.Requires
        || setting == TopElements.Resume || setting == TimeoutsElement.Batch
        || setting == RetryElement.Budget || setting == TimeoutsElement.Test || setting == TimeoutsElement.Run
        || setting == PackageElement.Id || setting == PackageElement.Version || setting == PackageElement.Feed
            || setting == PackageElement.Exclude
        || setting.Element == "TestOps";

    /// <summary>Settings that mean nothing by themselves, and one whose mere element is a wish.</summary>
    private static bool NeedsOthers(Setting setting) =>
        setting.Element.StartsWith("Retry", StringComparison.Ordinal) && setting != RetryElement.Max
            || setting.Element == "Allure";

    private static FlockSettings Read(string content)
    {
        var reading = new FlockSettingsReader(_ => null, []).Read(SettingsText.Around(content));
        reading.Errors.ShouldBeEmpty(content);
        return reading.Settings.ShouldNotBeNull();
    }
}
