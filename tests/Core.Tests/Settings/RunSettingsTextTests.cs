using System.Xml;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Tests.Settings;

public class RunSettingsTextTests
{
    [Fact]
    public void WithoutFlock_takes_out_the_section_and_nothing_else()
    {
        const string Before = "<RunSettings>\n  <!-- why -->\n  <NUnit><Seed> 1 </Seed></NUnit>\n  ";
        const string After =
            "\n  <TestRunParameters><Parameter name=\"a\" value=\"&lt;&#xA;\" /></TestRunParameters>\n</RunSettings>";

        RunSettingsText.WithoutFlock(Before + "<TestFlock><Slots>3</Slots></TestFlock>" + After).ShouldBe(
            Before + After);
    }

    [Fact]
    public void WithoutFlock_takes_a_declaration_of_another_encoding()
    {
        RunSettingsText.WithoutFlock(
            "<?xml version=\"1.0\" encoding=\"utf-16\"?><RunSettings><TestFlock /></RunSettings>")
            .ShouldBe("<RunSettings />");
    }

    [Fact]
    public void WithoutFlock_refuses_a_DTD()
    {
        Should.Throw<XmlException>(() => RunSettingsText.WithoutFlock("<!DOCTYPE x><RunSettings />"));
    }
}
