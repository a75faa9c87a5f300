using TestFlock.Allure.TestPlan;
using TestFlock.Allure.Tests.Support;

namespace TestFlock.Allure.Tests.TestPlan;

public sealed class AllureTestPlanTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("ALLURE_TESTPLAN_PATH")]
    [InlineData("AS_TESTPLAN_PATH")]
    public void Selects_by_full_name_or_id_and_nothing_else(string variable)
    {
        File.WriteAllText(
            _file,
            """{"version":"1.0","tests":[{"selector":"Shop:Shop.CartTests.Adds()"},{"id":7,"selector":null},{"id":"8"}]}""");

        var plan = AllureTestPlan.Find(name => name == variable ? _file : null).ShouldNotBeNull();

        plan.Selects(Cases.Of("Shop.CartTests.Adds")).ShouldBeTrue();
        plan.Selects(Cases.Of("Shop.CartTests.Adds(1)", "Adds(1)")).ShouldBeTrue();
        plan.Selects(Cases.Of("Shop.CartTests.Pays").WithTrait("AllureId", "7")).ShouldBeTrue();
        plan.Selects(Cases.Of("Shop.CartTests.Pays").WithTrait("ALLURE_ID", "8")).ShouldBeTrue();
        plan.Selects(Cases.Of("Shop.CartTests.AddsMore")).ShouldBeFalse();
        plan.Selects(Cases.Of("Shop.CartTests.Pays").WithTrait("AllureId", "70")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"version":"1.0","tests":[]}""")]
    [InlineData("""{"version":"1.0"}""")]
    public void Find_an_empty_plan_asks_for_all_tests(string content)
    {
        File.WriteAllText(_file, content);

        AllureTestPlan.Find(_ => _file).ShouldBeNull();
        AllureTestPlan.Find(_ => "/nowhere/plan.json").ShouldBeNull();
        AllureTestPlan.Find(_ => null).ShouldBeNull();
    }

    [Fact]
    public void Find_a_plan_that_is_no_json_is_told()
    {
        File.WriteAllText(_file, "{");

        Should.Throw<AllureException>(() => AllureTestPlan.Find(_ => _file)).Message.ShouldContain(_file);
    }
}
