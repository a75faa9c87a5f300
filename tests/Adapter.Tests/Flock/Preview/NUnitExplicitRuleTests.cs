using System.Xml.Linq;
using TestFlock.TestAdapter.Flock.Preview.NUnit;

namespace TestFlock.TestAdapter.Tests.Flock.Preview;

public class NUnitExplicitRuleTests
{
    // A fixture with categories, an explicit test and a plain one; and an explicit fixture with two tests.
    private static readonly XElement Tree = XElement.Parse(
        """
        <test-suite type="Assembly" id="1" name="a.dll" fullname="/a.dll" runstate="Runnable">
          <test-suite type="TestFixture" id="2" name="F" fullname="N.F" classname="N.F" runstate="Runnable">
            <properties><property name="Category" value="Fast" /></properties>
            <test-case id="3" name="Plain" fullname="N.F.Plain" classname="N.F" methodname="Plain" runstate="Runnable" />
            <test-case id="4" name="Secret" fullname="N.F.Secret" classname="N.F" methodname="Secret" runstate="Explicit">
              <properties><property name="Category" value="Manual" /><property name="Owner" value="Ann" /></properties>
            </test-case>
          </test-suite>
          <test-suite type="TestFixture" id="5" name="G" fullname="N.G" classname="N.G" runstate="Explicit">
            <test-case id="6" name="One" fullname="N.G.One" classname="N.G" methodname="One" runstate="Runnable" />
            <test-case id="7" name="Two" fullname="N.G.Two" classname="N.G" methodname="Two" runstate="Explicit" />
          </test-suite>
        </test-suite>
        """);

    [Theory]
    [InlineData("<filter/>")]
    [InlineData("<filter><cat>Fast</cat></filter>")]
    [InlineData("<filter><not><cat>Slow</cat></not></filter>")]
    public void Plain_test_runs_whatever_the_filter_is(string filter) => Runs(filter, "Plain").ShouldBeTrue();

    [Theory]
    [InlineData("<filter><test>N.F.Secret</test></filter>")]
    [InlineData("<filter><name>Secret</name></filter>")]
    [InlineData("<filter><id>4</id></filter>")]
    [InlineData("<filter><class>N.F</class></filter>")]
    [InlineData("<filter><method>Secret</method></filter>")]
    [InlineData("<filter><namespace>N</namespace></filter>")]
    [InlineData("<filter><cat>Manual</cat></filter>")]
    [InlineData("<filter><prop name='Owner'>Ann</prop></filter>")]
    [InlineData("<filter><test re='1'>F\\.Sec</test></filter>")]
    [InlineData("<filter><or><test>N.F.Plain</test><test>N.F.Secret</test></or></filter>")]
    [InlineData("<filter><cat>Manual</cat><name>Secret</name></filter>")]
    public void Explicit_test_runs_when_the_filter_names_it(string filter) => Runs(filter, "Secret").ShouldBeTrue();

    [Theory]
    [InlineData("<filter/>")]
    [InlineData("<filter></filter>")]
    [InlineData("<filter><test>N.F</test></filter>")]
    [InlineData("<filter><cat>Fast</cat></filter>")]
    [InlineData("<filter><test>n.f.secret</test></filter>")]
    [InlineData("<filter><not><cat>Slow</cat></not></filter>")]
    [InlineData("<filter><cat>Manual</cat><not><cat>Slow</cat></not></filter>")]
    public void Explicit_test_does_not_run_when_the_filter_merely_lets_it_through(string filter) =>
        Runs(filter, "Secret").ShouldBeFalse();

    [Fact]
    public void Test_of_an_explicit_fixture_runs_when_the_filter_names_a_test_of_it() =>
        Runs("<filter><test>N.G.One</test></filter>", "One").ShouldBeTrue();

    [Fact]
    public void Test_that_is_explicit_itself_in_a_named_fixture_needs_its_own_name()
    {
        Runs("<filter><test>N.G</test></filter>", "One").ShouldBeTrue();
        Runs("<filter><test>N.G</test></filter>", "Two").ShouldBeFalse();
    }

    private static bool Runs(string filter, string test) =>
        new NUnitExplicitRule(XElement.Parse(filter))
            .Runs(Tree.Descendants("test-case").Single(t => (string?)t.Attribute("name") == test));
}
