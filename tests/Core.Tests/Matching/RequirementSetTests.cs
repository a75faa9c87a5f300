using TestFlock.Core.Matching;

namespace TestFlock.Core.Tests.Matching;

public class RequirementSetTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" ; ;", "")]
    [InlineData("os=linux", "os=linux")]
    [InlineData("OS = Linux ;Browser= chrome", "browser=chrome;os=linux")]
    [InlineData("dotnet >= 10;dotnet>=10; DOTNET>=10", "dotnet>=10")]
    [InlineData("b;a", "a;b")]
    [InlineData("a!=1;a<2;a<=3;a>4;a>=5", "a!=1;a<2;a<=3;a>4;a>=5")]
    public void TryParse_gives_canonical_form(string text, string canonical)
    {
        Parse(text).Canonical.ShouldBe(canonical);
    }

    [Theory]
    [InlineData("=linux")]
    [InlineData("os=")]
    [InlineData("os==linux")]
    [InlineData("os!linux")]
    [InlineData("os linux")]
    [InlineData("os=linux=windows")]
    [InlineData("os=linux,windows")]
    [InlineData("dotnet>=ten")]
    [InlineData("os=a\nb")]
    [InlineData("ö=1")]
    public void TryParse_malformed_tells_what_is_wrong(string text)
    {
        RequirementSet.TryParse(text, out _, out var problem).ShouldBeFalse();
        problem.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("os=linux", true)]
    [InlineData("os=LINUX", true)]
    [InlineData("os=windows", false)]
    [InlineData("os!=windows", true)]
    [InlineData("os!=linux", false)]
    [InlineData("gpu!=old", true)]
    [InlineData("os", true)]
    [InlineData("gpu", false)]
    [InlineData("headless", true)]
    [InlineData("dotnet=10", true)]
    [InlineData("dotnet=10.0.2", false)]
    [InlineData("dotnet=8", true)]
    [InlineData("dotnet=9", false)]
    [InlineData("dotnet!=8", false)]
    [InlineData("dotnet!=9", true)]
    [InlineData("dotnet>=10", true)]
    [InlineData("dotnet>=10.0", true)]
    [InlineData("dotnet>=10.0.1", true)]
    [InlineData("dotnet>=10.0.2", false)]
    [InlineData("dotnet>10", false)]
    [InlineData("dotnet>9", true)]
    [InlineData("dotnet<=8", true)]
    [InlineData("dotnet<8", false)]
    [InlineData("dotnet<8.0.12", true)]
    [InlineData("memory>=9", true)]
    [InlineData("memory>=016", true)]
    [InlineData("memory>=17", false)]
    [InlineData("memory>=170000000000000000000000000000", false)]
    [InlineData("os>=1", false)]
    [InlineData("preview>=11.0.100", true)]
    [InlineData("os=linux; dotnet>=10; browser", false)]
    [InlineData("os=linux; dotnet>=10", true)]
    public void IsMetBy_compares_values_and_versions(string requirements, bool isMet)
    {
        Parse(requirements).IsMetBy(new CapabilitySet(new Dictionary<string, string>
        {
            ["OS"] = "Linux",
            ["dotnet"] = "8.0.11, 10.0.1",
            ["memory"] = "16",
            ["headless"] = "",
            ["preview"] = "11.0.100-preview.1",
        })).ShouldBe(isMet);
    }

    [Fact]
    public void Equals_same_requirements_in_other_order_and_case_is_true()
    {
        var left = Parse("os=linux; dotnet>=10");
        var right = Parse("DOTNET>=10;os=Linux");

        left.ShouldBe(right);
        left.GetHashCode().ShouldBe(right.GetHashCode());
        left.ShouldNotBe(Parse("os=linux"));
    }

    [Fact]
    public void And_gives_both_sets_requirements_once()
    {
        Parse("os=linux;gpu").And(Parse("browser=chrome;os=linux")).Canonical.ShouldBe("browser=chrome;gpu;os=linux");
        RequirementSet.None.And(Parse("gpu")).ShouldBe(Parse("gpu"));
        Parse("gpu").And(RequirementSet.None).ShouldBe(Parse("gpu"));
    }

    [Fact]
    public void TryParse_canonical_form_gives_the_same_set()
    {
        var set = Parse("os=linux; dotnet>=10; browser!=ie");

        Parse(set.Canonical).ShouldBe(set);
    }

    private static RequirementSet Parse(string text)
    {
        RequirementSet.TryParse(text, out var set, out var problem).ShouldBeTrue(problem);
        return set!;
    }
}
