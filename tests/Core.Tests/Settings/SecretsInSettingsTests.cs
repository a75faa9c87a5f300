using System.Xml.Linq;
using TestFlock.Core.Settings;
using TestFlock.Core.Settings.Reading;

namespace TestFlock.Core.Tests.Settings;

public class SecretsInSettingsTests
{
    private const string Secret = "s3cr3t";

    [Theory]
    [InlineData("<Broker>amqp://user:s3cr3t@host:port</Broker>")]
    [InlineData("<Broker>user:s3cr3t@host</Broker>")]
    [InlineData("<Broker>amqp:/user:s3cr3t@host</Broker>")]
    [InlineData("<Broker>amqp://user:p@s3cr3t/x@host/%2f</Broker>")]
    [InlineData("<Broker>amqp://user:s3cr3t@host</Broker>")]
    [InlineData("<Broker>%PLAIN%</Broker>")]
    [InlineData("<Broker>%ADDRESS%</Broker>")]
    [InlineData("<Coordination>redis://:s3cr3t@host</Coordination>")]
    [InlineData("<Coordination>host:6379,password=s3cr3t</Coordination>")]
    [InlineData("<Slots>%PLAIN%</Slots>")]
    [InlineData("<Slots>1%PLAIN%</Slots>")]
    [InlineData("<Unit>%PLAIN%</Unit>")]
    [InlineData("<Requires>%PLAIN%=</Requires>")]
    [InlineData("""<Timeouts Test="%PLAIN%" />""")]
    [InlineData("""<Variables><Set Name="A" Value="s3cr3t" /><Set Name="A" Value="s3cr3t" /></Variables>""")]
    [InlineData("""<Variables><Set Name="A" Value="s3cr3t%" /></Variables>""")]
    [InlineData("""<TestOps Endpoint="https://user:s3cr3t@host" Project="1" Token="s3cr3t" />""")]
    [InlineData("""<TestOps Endpoint="nowhere" Project="x" Token="s3cr3t%" />""")]
    public void Read_wrong_settings_shows_no_secret(string content)
    {
        var errors = SettingsText.Read(content, ("PLAIN", Secret), ("ADDRESS", $"amqp://user:{Secret}@host")).Errors;

        errors.ShouldNotBeEmpty();
        string.Join("\n", errors).ShouldNotContain(Secret);
    }

    [Fact]
    public void ToString_of_settings_shows_names_instead_of_secrets()
    {
        var settings = SettingsText
            .Read("<Suite>%NAME%</Suite><!-- s3cr3t --><Slots>3</Slots>", ("NAME", Secret))
            .Settings();

        settings.ToString().ShouldContain("<Suite>%NAME%</Suite>");
        settings.ToString().ShouldContain("<Slots>3</Slots>");
        settings.ToString().ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("""<Variables><Set Name="A" Value="s3cr3t" /></Variables>""")]
    [InlineData("<Variables><Set><Name>A</Name><Value>s3cr3t</Value></Set></Variables>")]
    [InlineData("""<TestOps Token="s3cr3t" />""")]
    [InlineData("<TestOps><Token>s3cr3t</Token></TestOps>")]
    [InlineData("<Broker>amqp://user:s3cr3t@host</Broker>")]
    [InlineData("<Broker>amqp://user:p@s3cr3t/x@host</Broker>")]
    [InlineData("""<Package Store="https://user:s3cr3t@host/packages" />""")]
    [InlineData("""<Package Feed="https://user:s3cr3t@host/index.json" />""")]
    public void Show_masks_what_was_written_out(string content)
    {
        var shown = WrittenSection.Show(XElement.Parse($"<TestFlock>{content}</TestFlock>"));

        shown.ShouldNotContain("s3cr3t");
        shown.ShouldContain("***");
    }

    [Fact]
    public void ToString_of_parts_shows_no_secret()
    {
        ServerAddress.TryParse($"amqp://user:{Secret}@host/shop", ["amqp"], out var address).ShouldBeTrue();
        var parts = new object[]
        {
            address!,
            new VariableOptions { Set = new Dictionary<string, string> { ["A"] = Secret } },
            new TestOpsOptions { Endpoint = new Uri($"https://u:{Secret}@host"), Project = 1, Token = Secret },
        };

        string.Join("\n", parts).ShouldNotContain(Secret);
        address!.ToString().ShouldBe("amqp://user:***@host/shop");
        address.Uri.UserInfo.ShouldBe($"user:{Secret}");
    }

    [Theory]
    [InlineData("amqp://host:5672/a@b", "amqp://host:***@b")]
    [InlineData("amqp://user@host", "amqp://user@host")]
    [InlineData("see redis://:abc@host now", "see redis://:***@host now")]
    [InlineData("password=abc;user=me", "password=***;user=me")]
    [InlineData("API-Key: x, apikey = y", "API-Key: x, apikey = ***")]
    [InlineData("no secret here", "no secret here")]
    public void Hide_masks_passwords_alone(string text, string expected)
    {
        SecretMask.Hide(text).ShouldBe(expected);
    }
}
