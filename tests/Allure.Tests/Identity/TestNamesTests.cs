using TestFlock.Allure.Identity;
using TestFlock.Allure.Tests.Support;
using TestFlock.Contracts;

namespace TestFlock.Allure.Tests.Identity;

/// <summary>Names of methods of this very assembly, in the shapes in which the frameworks tell them.</summary>
public class TestNamesTests
{
    private const string Assembly = "TestFlock.Allure.Tests";
    private const string Class = "TestFlock.Allure.Tests.Identity.NamedByTestNames";

    private readonly TestNames _names = new();

    [Theory]
    [InlineData(Class + ".Adds(1,\"a\")", "Adds(1,\"a\")", "Adds(System.Int32,System.String)", "a=1;b=\"a\"")]
    [InlineData(Class + ".Adds", Class + ".Adds(a: 1, b: null)", "Adds(System.Int32,System.String)", "a=1;b=null")]
    [InlineData(Class + ".Adds", "Adds (1,a)", "Adds(System.Int32,System.String)", "a=1;b=\"a\"")]
    [InlineData(Class + ".Adds(1)", "Adds(1)", "Adds(System.Int32)", "a=1")]
    [InlineData(Class + ".Runs", "Runs", "Runs()", "")]
    [InlineData(Class + ".Lists([1])", "Lists([1])",
        "Lists(System.Collections.Generic.List`1[System.Int32])", "items=[1]")]
    [InlineData(Class + ".Visits(x)", "Visits(x)",
        "Visits(TestFlock.Allure.Tests:" + Class + "+Guest,System.Uri)", "0=x")]
    [InlineData(Class + ".Of<Int32>(1)", "Of<Int32>(1)", "Of[T](T)", "value=1")]
    [InlineData(Class + ".Adds", "A nice name", "Adds(System.Int32)", "name=\"A nice name\"")]
    public void Of_is_what_allures_own_adapters_call_it(
        string qualifiedName, string shown, string expectedName, string expectedParameters)
    {
        var name = _names.Of(CaseOf(qualifiedName, shown), shown);

        name.FullName.Replace("System.Private.Uri:", "").ShouldBe($"{Assembly}:{Class}.{expectedName}");
        string.Join(';', name.Parameters.Select(p => $"{p.Name}={p.Value}")).ShouldBe(expectedParameters);
    }

    [Fact]
    public void Of_an_inherited_method_has_the_class_that_runs_it()
    {
        var name = _names.Of(CaseOf(Class + "+Heir.Runs", "Runs"), "Runs");

        name.FullName.ShouldBe($"{Assembly}:{Class}+Heir.Runs()");
        name.Class.TitlePath.ShouldBe([Assembly, "TestFlock", "Allure", "Tests", "Identity", "NamedByTestNames+Heir"]);
    }

    [Fact]
    public void Of_a_parameterized_fixture_keeps_its_arguments()
    {
        var name = _names.Of(CaseOf(Class + "(\"a.b\",1).Runs", "Runs"), "Runs");

        name.FullName.ShouldBe($"{Assembly}:{Class}(\"a.b\",1).Runs()");
        name.Class.Name.ShouldBe("NamedByTestNames(\"a.b\",1)");
        name.Class.Space.ShouldBe("TestFlock.Allure.Tests.Identity");
    }

    [Fact]
    public void Of_a_name_that_somebody_gave_is_that_name()
    {
        var name = _names.Of(CaseOf(Class + ".a row. of (mine", "a row. of (mine"), "a row. of (mine");

        name.FullName.ShouldBe($"{Assembly}:{Class}.a row. of (mine()");
    }

    [Fact]
    public void Of_an_assembly_that_is_not_there_is_found_from_the_name_alone()
    {
        var test = CaseOf("Shop.CartTests.Adds(1)", "Adds(1)") with { Source = "/nowhere/Shop.dll" };

        _names.Of(test, "Adds(1)").ShouldSatisfyAllConditions(
            name => name.FullName.ShouldBe("Shop:Shop.CartTests.Adds()"),
            name => name.Parameters.Single().Value.ShouldBe("1"),
            name => name.Class.TitlePath.ShouldBe(["Shop", "Shop", "CartTests"]));
    }

    [Fact]
    public void Of_a_method_with_an_allure_id_has_it()
    {
        _names.Of(CaseOf(Class + ".Is_known", "Is_known"), "Is_known").AllureId.ShouldBe("1001");
    }

    private static TestCase CaseOf(string qualifiedName, string shown) => Cases.Of(qualifiedName, shown) with
    {
        Source = typeof(TestNamesTests).Assembly.Location,
    };
}
