using TestFlock.Contracts;
using TestFlock.Execution.Calls;
using TestFlock.Execution.Tests.Support;

namespace TestFlock.Execution.Tests.Calls;

public sealed class UnbegunPortionsTests
{
    [Fact]
    public void TryTake_tests_of_one_class_stay_together_wherever_they_are_in_the_batch()
    {
        var portions = Portions("A 1", "B 2", "A 3", "C 4");

        Taken(portions, 1).ShouldBe(["A 1", "A 3"]);
        Taken(portions, 1).ShouldBe(["B 2"]);
        Taken(portions, 1).ShouldBe(["C 4"]);
        portions.TryTake(1, out _).ShouldBeFalse();
    }

    [Fact]
    public void TryTake_takes_as_many_classes_as_stay_within_the_number()
    {
        var portions = Portions("A 1", "A 2", "B 3", "C 4", "C 5", "D 6");

        Taken(portions, 4).ShouldBe(["A 1", "A 2", "B 3"]);
        Taken(portions, 4).ShouldBe(["C 4", "C 5", "D 6"]);
    }

    [Fact]
    public void TryTake_class_that_stops_at_a_failure_goes_alone()
    {
        var portions = new UnbegunPortions(CallPortion.SmallestOf(
            [Unit(0, "A 1"), BatchRun.IncrementalUnit("2", "3"), Unit(4, "B 4")]));

        Taken(portions, 100).ShouldBe(["A 1", "B 4"]);
        portions.TryTake(100, out var stopping).ShouldBeTrue();
        stopping!.StopsAtFailure.ShouldBeTrue();
    }

    [Fact]
    public void TryTake_units_of_two_assemblies_never_share_a_call()
    {
        var other = BatchRun.Unit(1, ScriptedSuite.Case("2", type: "B") with { Source = "b.dll" });
        var portions = new UnbegunPortions(
            [.. CallPortion.SmallestOf([Unit(0, "A 1")]), .. CallPortion.SmallestOf([other])]);

        Taken(portions, 100).ShouldBe(["A 1"]);
        Taken(portions, 100).ShouldBe(["B 2"]);
    }

    [Fact]
    public void TakeAll_gives_what_was_not_taken_and_leaves_nothing()
    {
        var portions = Portions("A 1", "B 2", "C 3");
        Taken(portions, 1);

        portions.TakeAll().Select(id => id.Ordinal).ShouldBe([1, 2]);

        portions.TryTake(100, out _).ShouldBeFalse();
        portions.TakeAll().ShouldBeEmpty();
    }

    private static IEnumerable<string> Taken(UnbegunPortions portions, int tests)
    {
        portions.TryTake(tests, out var portion).ShouldBeTrue();
        return portion!.Units.SelectMany(unit => unit.Attempts)
            .Select(a => $"{a.Case.FullyQualifiedName.Split('.')[0]} {a.Case.DisplayName}");
    }

    /// <summary>A unit for each: class and name.</summary>
    private static UnbegunPortions Portions(params string[] tests) =>
        new(CallPortion.SmallestOf([.. tests.Select((test, ordinal) => Unit(ordinal, test))]));

    private static Unit Unit(int ordinal, string test) =>
        BatchRun.Unit(ordinal, ScriptedSuite.Case(test.Split(' ')[1], type: test.Split(' ')[0]));
}
