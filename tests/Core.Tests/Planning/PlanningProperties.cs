using FsCheck;
using FsCheck.Fluent;
using TestFlock.Contracts;
using TestFlock.Core.Planning;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Tests.Planning;

/// <summary>What holds for every plan, whatever the test cases.</summary>
public class PlanningProperties
{
    [Fact]
    public void Every_case_is_in_exactly_one_batch() => Check((request, plan) =>
        OrdinalsOf(plan).Order().SequenceEqual(Enumerable.Range(0, request.Cases.Count)));

    [Fact]
    public void Units_keep_the_order_of_discovery() => Check((_, plan) =>
        plan.Batches.SelectMany(batch => batch.Units)
            .All(unit => unit.Attempts.Select(attempt => attempt.Id.Ordinal).SequenceEqual(
                unit.Attempts.Select(attempt => attempt.Id.Ordinal).Order())));

    [Fact]
    public void Cases_with_equal_ids_are_together() => Check((_, plan) =>
        plan.Batches.SelectMany(batch => batch.Units.Select(unit => (batch.Id, unit.Attempts)))
            .SelectMany(unit => unit.Attempts.Select(attempt => (unit.Id, attempt.Case)))
            .GroupBy(entry => (entry.Case.Source, entry.Case.Id), entry => entry.Id)
            .All(group => group.Distinct().Count() == 1));

    [Fact]
    public void A_unit_is_of_one_assembly() => Check((_, plan) =>
        plan.Batches.SelectMany(batch => batch.Units)
            .All(unit => unit.Attempts.Select(attempt => attempt.Case.Source).Distinct().Count() == 1));

    [Fact]
    public void A_batch_is_of_one_assembly() => Check((_, plan) =>
        plan.Batches.All(batch =>
            batch.Units.SelectMany(unit => unit.Attempts).Select(attempt => attempt.Case.Source).Distinct()
                .Count() == 1));

    [Fact]
    public void Groups_are_whole() => Check((_, plan) =>
        plan.Batches.SelectMany(batch => batch.Units)
            .SelectMany((unit, number) => unit.Attempts.Select(attempt => (Number: number, attempt.Case)))
            .Where(entry => entry.Case.Traits.Count > 0)
            .GroupBy(entry => (entry.Case.Source, entry.Case.Traits[0].Value), entry => entry.Number)
            .All(group => group.Distinct().Count() == 1));

    [Fact]
    public void Batches_come_longest_first() => Check((_, plan) =>
    {
        var durations = plan.Batches.Select(batch => batch.ExpectedDuration).ToArray();
        return durations.SequenceEqual(durations.OrderDescending());
    });

    [Fact]
    public void The_same_cases_give_the_same_plan() => Check((request, plan) =>
        Describe(RunPlanner.Plan(request with { NewBatchId = NewIds() })).SequenceEqual(Describe(plan)));

    private static IEnumerable<string> Describe(PlannedRun plan) => plan.Batches.Select(batch =>
        $"{batch.Id} {string.Join(';', batch.Units.Select(unit => unit.Name))} {string.Join(' ', OrdinalsOf(batch))}");

    private static IEnumerable<int> OrdinalsOf(PlannedRun plan) => plan.Batches.SelectMany(OrdinalsOf);

    private static IEnumerable<int> OrdinalsOf(Batch batch) =>
        batch.Units.SelectMany(unit => unit.Attempts).Select(attempt => attempt.Id.Ordinal);

    private static Func<BatchId> NewIds()
    {
        var last = 0;
        return () => new BatchId($"batch-{++last}");
    }

    private static void Check(Func<PlanRequest, PlannedRun, bool> holds) =>
        Prop.ForAll(Requests().ToArbitrary(), request =>
            holds(request, RunPlanner.Plan(request with { NewBatchId = NewIds() }))).QuickCheckThrowOnFailure();

    private static Gen<PlanRequest> Requests() =>
        from cases in Cases().ListOf()
        from size in Gen.Elements(Enum.GetValues<UnitSize>())
        from sizes in Gen.Elements(
            BatchSizes.OneUnit, new BatchSizes { Slots = 3, CallCost = TimeSpan.FromMilliseconds(200) })
        select new PlanRequest
        {
            Run = new RunId("run"),
            Cases = [.. cases],
            Unit = size,
            BatchSizes = sizes,
            NewBatchId = NewIds(),
            OpenAssembly = DeclaringAssembly.Open,
            Estimate = test => TimeSpan.FromSeconds(test.DisplayName.Length),
        };

    /// <summary>Few enough ids, classes and methods that they collide.</summary>
    private static Gen<TestCase> Cases() =>
        from id in Gen.Choose(1, 20)
        from source in Gen.Elements("NUnit", "XunitV2", "XunitV3", "MsTest", "Missing")
        from type in Gen.Elements(
            "Declares.Plain", "Declares.Serial", "Declares.FirstOfDatabase", "Declares.SecondOfDatabase",
            "Declares.LocksInMethods", "Declares.LocksPort", "Declares.Steps.StepOne", "Declares.Steps.StepTwo",
            "Declares.Outer+Inner", "Unknown(1)", "")
        from method in Gen.Elements("One", "Port", "Rows", "Rows(1)", "Rows(\"a.b\")", "odd. (name", "\u0001", "")
        from uri in Gen.Elements(TestCases.NUnitUri, TestCases.XunitUri)
        from hasNames in ArbMap.Default.GeneratorFor<bool>()
        from @group in Gen.Elements("", "", "", "a", "b")
        select Create(id, DeclaringAssembly.PathOf(source), type, method, uri, hasNames, @group);

    private static TestCase Create(
        int id, string source, string type, string method, string uri, bool hasNames, string group)
    {
        var name = $"{type}.{method}";
        var test = uri == TestCases.NUnitUri
            ? TestCases.NUnit(name, hasNames ? type : null, hasNames ? method.Split('(')[0] : null, source)
            : TestCases.Xunit(type, method, source: source);
        test = test with { Id = new Guid(id, 0, 0, new byte[8]) };
        return group.Length == 0 ? test : test.With("TestFlock.Group", group);
    }
}
