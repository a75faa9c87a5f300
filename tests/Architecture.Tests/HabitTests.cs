using System.Text.RegularExpressions;

namespace TestFlock.Architecture.Tests;

/// <summary>Rules of CONTRIBUTING.md that a machine can hold us to.</summary>
public sealed partial class HabitTests
{
    // VSTest finds our discoverers and executors by reflection and makes them itself, so they follow its rules.
    private static readonly string[] Projects =
    [
        "Contracts", "Core", "Execution", "Local", "Packages", "RabbitMq", "Redis", "Allure", "Adapter/TestAdapter",
        "Adapter/WarmHost", "Adapter/TestLogger", "Agent",
    ];

    public static TheoryData<string> EveryProject => [.. Projects];

    [Theory]
    [MemberData(nameof(EveryProject))]
    public void A_class_that_nothing_inherits_is_sealed(string project) =>
        BuiltAssembly.Read(project).Types.Where(t => t.IsOpenForInheritance
            && !t.IsInherited).Select(t => t.Name).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(EveryProject))]
    public void No_type_is_named_after_nothing(string project) =>
        BuiltAssembly.Read(project).Types.Select(t => t.Name).Where(n => EmptyName().IsMatch(n)).ShouldBeEmpty();

    [Fact]
    public void A_file_holds_one_concept_and_so_stays_short() =>
        Repository.SourceFiles("src")
            .Where(f => File.ReadLines(Path.Combine(Repository.Root, f)).Count() > 300)
            .ShouldBeEmpty("a second concept hides in a file of more than 300 lines");

    [Fact]
    public void No_file_in_the_product_hides_unfinished_work() =>
        Repository.SourceFiles("src")
            .Where(f => Unfinished().IsMatch(File.ReadAllText(Path.Combine(Repository.Root, f))))
            .ShouldBeEmpty();

    [GeneratedRegex("(Manager|Helper|Helpers|Utils|Utility|Common)$")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b")]
    private static partial Regex Unfinished();
}
