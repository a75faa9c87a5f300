using TestFlock.Contracts;
using TestFlock.Core.Planning;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Tests.Planning;

public class UnitPlannerTests
{
    [Fact]
    public void Plan_auto_keeps_rows_of_a_method_together()
    {
        var source = DeclaringAssembly.PathOf("XunitV2");

        Plan(
            UnitSize.Auto,
            TestCases.Xunit("Declares.Plain", "Rows", "row 1", source),
            TestCases.Xunit("Declares.Plain", "One", source: source),
            TestCases.Xunit("Declares.Plain", "Rows", "row 2", source),
            TestCases.Xunit("Declares.WithFixture", "One", source: source))
            .ShouldBe(["Declares.Plain.Rows: 0 2", "Declares.Plain.One: 1", "Declares.WithFixture.One: 3"]);
    }

    [Theory]
    [InlineData(UnitSize.Auto)]
    [InlineData(UnitSize.Test)]
    [InlineData(UnitSize.Class)]
    public void Plan_whole_classes_splits_none(UnitSize size)
    {
        var source = DeclaringAssembly.PathOf("XunitV2");
        var planner = new UnitPlanner(size, wholeClasses: true, DeclaringAssembly.Open, new TraitReader([]));

        var plan = planner.Plan(
        [
            TestCases.Xunit("Declares.Plain", "Rows", "row 1", source),
            TestCases.Xunit("Declares.WithFixture", "One", source: source),
            TestCases.Xunit("Declares.Plain", "One", source: source),
        ]);

        plan.Units.Select(unit => string.Join(' ', unit.Ordinals)).ShouldBe(["0 2", "1"]);
    }

    [Fact]
    public void Plan_auto_keeps_a_collection_together()
    {
        var source = DeclaringAssembly.PathOf("XunitV2");

        Plan(
            UnitSize.Auto,
            TestCases.Xunit("Declares.SecondOfDatabase", "One", source: source),
            TestCases.Xunit("Declares.OfOther", "One", source: source),
            TestCases.Xunit("Declares.FirstOfDatabase", "One", source: source),
            TestCases.Xunit("Declares.HeirOfDatabase", "One", source: source))
            .ShouldBe(["collection Database: 0 2 3", "collection Other: 1"]);
    }

    [Fact]
    public void Plan_auto_keeps_ordered_and_serial_classes_whole()
    {
        var source = DeclaringAssembly.PathOf("NUnit");

        Plan(
            UnitSize.Auto,
            TestCases.NUnit("Declares.OrderedMethods.First", source: source),
            TestCases.NUnit("Declares.SerialMethod.Alone", source: source),
            TestCases.NUnit("Declares.OrderedMethods.Second", source: source),
            TestCases.NUnit("Declares.SerialMethod.NotAlone", source: source),
            TestCases.NUnit("Declares.GenericSerial<Int32>.One", source: source),
            TestCases.NUnit("Declares.GenericSerial<String>.One", source: source),
            TestCases.NUnit("Declares.Steps.StepTwo.One", source: source),
            TestCases.NUnit("Declares.Steps.StepOne.One", source: source),
            TestCases.NUnit("Declares.Steps.NoStep.One", source: source))
            .ShouldBe(
            [
                "Declares.OrderedMethods: 0 2", "Declares.SerialMethod: 1 3", "Declares.GenericSerial: 4 5",
                "ordered classes of Declares.Steps: 6 7", "Declares.Steps.NoStep.One: 8",
            ]);
    }

    [Fact]
    public void Plan_auto_keeps_together_what_shares_a_resource_or_waits_for_each_other()
    {
        var source = DeclaringAssembly.PathOf("MsTest");

        Plan(
            UnitSize.Auto,
            TestCases.MsTest("Declares.LocksPort", "One", source: source),
            TestCases.MsTest("Declares.LocksInMethods", "Port", source: source),
            TestCases.MsTest("Declares.LocksInMethods", "Free", source: source),
            TestCases.MsTest("Declares.LocksInMethods", "ReadsFile", source: source),
            TestCases.MsTest("Declares.LocksInMethods", "ReadsDisk", source: source),
            TestCases.MsTest("Declares.ChangesFile", "One", source: source),
            TestCases.MsTest("Declares.AfterPlain2", "One", source: source),
            TestCases.MsTest("Declares.Plain2", "One", source: source))
            .ShouldBe(
            [
                "resource port: 0 1", "Declares.LocksInMethods.Free: 2", "resource file: 3 5",
                "Declares.LocksInMethods.ReadsDisk: 4", "Declares.AfterPlain2: 6 7",
            ]);
    }

    [Fact]
    public void Plan_auto_without_readable_assembly_keeps_classes_whole_and_says_so()
    {
        var plan = PlanWhole(
            UnitSize.Auto,
            TestCases.Xunit("A", "One", source: "/missing.dll"),
            TestCases.Xunit("B", "One", source: "/missing.dll"),
            TestCases.Xunit("A", "Two", source: "/missing.dll"));

        Describe(plan).ShouldBe(["A: 0 2", "B: 1"]);
        plan.Notes.ShouldHaveSingleItem().ShouldStartWith("/missing.dll cannot be read");
    }

    [Fact]
    public void Plan_auto_of_a_serial_assembly_keeps_classes_whole_and_says_so()
    {
        var source = DeclaringAssembly.PathOf("XunitV3");

        var plan = PlanWhole(
            UnitSize.Auto,
            TestCases.Xunit("Declares.Plain", "One", source: source),
            TestCases.Xunit("Declares.ByName", "One", source: source));

        Describe(plan).ShouldBe(["Declares.Plain: 0", "collection Declares.Database: 1"]);
        plan.Notes.ShouldHaveSingleItem()
            .ShouldStartWith("Declares.XunitV3.dll declares [assembly: CollectionBehavior]");
    }

    [Fact]
    public void Plan_test_splits_everything_but_equal_ids()
    {
        var row = TestCases.Xunit("A", "Rows", "row");

        Plan(UnitSize.Test, row, TestCases.Xunit("A", "Rows", "row 2"), row, TestCases.Xunit("A", "One", "A.One"))
            .ShouldBe(["row: 0 2", "row 2: 1", "A.One: 3"]);
    }

    [Fact]
    public void Plan_test_keeps_equal_ids_of_two_assemblies_apart()
    {
        var test = TestCases.Xunit("A", "One", "A.One", "/bin/a.dll");

        Plan(UnitSize.Test, test, test with { Source = "/bin/b.dll" }).ShouldBe(["A.One: 0", "A.One: 1"]);
    }

    [Fact]
    public void Plan_test_keeps_together_what_NUnit_selects_together()
    {
        Plan(
            UnitSize.Test,
            TestCases.NUnit("A.Rows(1)", "A", "Rows"),
            TestCases.NUnit("A.One", "A", "One"),
            TestCases.NUnit("A.Rows", "A", "Rows"),
            TestCases.NUnit("A.Other(1)", "A", "Other"),
            TestCases.NUnit("A.Other(2)", "A", "Other"),
            TestCases.NUnit("A.Hostile(\"\\u0001\")", "A", "Hostile"),
            TestCases.NUnit("A.Hostile(1)", "A", "Hostile"),
            TestCases.NUnit("P(1).Plain", "P", "Plain"),
            TestCases.NUnit("P(2).Plain", "P", "Plain"))
            .ShouldBe(
            [
                "A.Rows: 0 2", "A.One: 1", "A.Other(1): 3", "A.Other(2): 4", "A.Hostile: 5 6",
                "P(1).Plain: 7", "P(2).Plain: 8",
            ]);
    }

    [Theory]
    [InlineData(UnitSize.Class, "A: 0 2|B: 1")]
    [InlineData(UnitSize.Assembly, "a: 0 1 2")]
    public void Plan_class_and_assembly_keep_each_whole(UnitSize size, string expected)
    {
        Plan(size, TestCases.Xunit("A", "One"), TestCases.Xunit("B", "One"), TestCases.Xunit("A", "Two"))
            .ShouldBe(expected.Split('|'));
    }

    [Theory]
    [InlineData(UnitSize.Auto)]
    [InlineData(UnitSize.Test)]
    [InlineData(UnitSize.Class)]
    [InlineData(UnitSize.Assembly)]
    public void Plan_group_overrides_the_settings(UnitSize size)
    {
        var source = DeclaringAssembly.PathOf("XunitV2");

        Plan(
            size,
            TestCases.Xunit("Declares.FirstOfDatabase", "One", source: source).With("TestFlock.Group", "mine"),
            TestCases.Xunit("Declares.Plain", "One", source: source).With("TestFlock.Group", "mine"),
            TestCases.Xunit("Declares.Plain", "One", source: source).With("TestFlock.Group", "yours"))
            .ShouldBe(["group mine: 0 1", "group yours: 2"]);
    }

    [Fact]
    public void Plan_unit_requires_what_any_of_its_tests_does()
    {
        var plan = PlanWhole(
            UnitSize.Class,
            TestCases.Xunit("A", "One").With("TestFlock.Requires", "os=linux"),
            TestCases.Xunit("A", "Two").With("TestFlock.Requires", "browser").With("TestFlock.Requires", "OS=Linux"),
            TestCases.Xunit("B", "One"));

        plan.Units.Select(unit => unit.Requires.Canonical).ShouldBe(["browser;os=linux", ""]);
    }

    [Fact]
    public void Plan_wrong_traits_tells_each_once()
    {
        var plan = PlanWhole(
            UnitSize.Class,
            TestCases.Xunit("A", "One").With("TestFlock.Requires", "os linux"),
            TestCases.Xunit("A", "Two").With("TestFlock.Requires", "os linux"),
            TestCases.Xunit("A", "Three").With("TestFlock.Require", "os=linux"),
            TestCases.Xunit("A", "Four").With("TestFlock.Group", "x").With("TestFlock.Group", "y"),
            TestCases.Xunit("A", "Five").With("TestFlock.Group", " "),
            TestCases.Xunit("A", "Six").With("TestFlock.Zebra", "1"),
            TestCases.Xunit("A", "Seven").With("testflock.group", "x"));

        plan.Errors.Count.ShouldBe(6);
        plan.Errors[0].ShouldBe(
            "A.One and 1 more tests: the trait TestFlock.Requires is no list of requirements such as os=linux; "
            + "dotnet>=10: 'os linux' does not begin with a name of letters, digits, dots, hyphens and underscores.");
        plan.Errors[1].ShouldBe(
            "A.Three: there is no trait TestFlock.Require. "
            + "Write TestFlock.Requires if that is what you mean, or take it out.");
        plan.Errors[5].ShouldContain("Write TestFlock.Group if");
    }

    [Fact]
    public void Plan_trait_whose_feature_is_missing_is_refused()
    {
        var planner = new UnitPlanner(
            UnitSize.Test, wholeClasses: false, _ => null, new TraitReader(["TestFlock.Incremental"]));

        planner.Plan([TestCases.Xunit("A", "One").With("TestFlock.Incremental", "true")]).Errors
            .ShouldBe(["A.One: the trait TestFlock.Incremental (true) is not available yet. Take it out."]);
    }

    [Fact]
    public void Plan_class_that_may_have_to_run_again_whole_is_one_unit()
    {
        Plan(
            UnitSize.Test,
            TestCases.Xunit("A", "One").With("TestFlock.Retry", "class:3"),
            TestCases.Xunit("A", "Two").With("TestFlock.Retry", "class:3"),
            TestCases.Xunit("B", "One").With("TestFlock.Retry", "test:3"),
            TestCases.Xunit("B", "Two").With("TestFlock.Retry", "3"))
            .ShouldBe(["A: 0 1", "B.One: 2", "B.Two: 3"]);
    }

    [Theory]
    [InlineData("TestFlock.Retry", "method:3", "Give a number of attempts from 0 to 100")]
    [InlineData("TestFlock.Retry", "101", "Give a number of attempts from 0 to 100")]
    [InlineData("TestFlock.Retry", "", "Give a number of attempts from 0 to 100")]
    [InlineData("TestFlock.Timeout", "soon", "Give a duration up to 7 days")]
    [InlineData("TestFlock.Timeout", "00:00:00", "Give a duration up to 7 days")]
    [InlineData("TestFlock.Timeout", "8.00:00:00", "Give a duration up to 7 days")]
    public void Plan_trait_that_cannot_be_read_is_refused(string trait, string value, string cure)
    {
        PlanWhole(UnitSize.Test, TestCases.Xunit("A", "One").With(trait, value)).Errors
            .ShouldHaveSingleItem().ShouldStartWith($"A.One: the trait {trait} is '{value}'. {cure}");
    }

    [Theory]
    [InlineData("TestFlock.Retry", "1", "2")]
    [InlineData("TestFlock.Timeout", "00:01:00", "00:02:00")]
    public void Plan_two_traits_that_differ_are_refused(string trait, string one, string other)
    {
        PlanWhole(UnitSize.Test, TestCases.Xunit("A", "One").With(trait, one).With(trait, other)).Errors
            .ShouldHaveSingleItem().ShouldContain($"two traits {trait} that differ");
    }

    private static IEnumerable<string> Plan(UnitSize size, params TestCase[] cases) => Describe(PlanWhole(size, cases));

    private static UnitPlan PlanWhole(UnitSize size, params TestCase[] cases) =>
        new UnitPlanner(size, wholeClasses: false, DeclaringAssembly.Open, new TraitReader([])).Plan(cases);

    private static IEnumerable<string> Describe(UnitPlan plan) =>
        plan.Units.Select(unit => $"{unit.Name}: {string.Join(' ', unit.Ordinals)}");
}
