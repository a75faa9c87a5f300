using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using TestFlock.TestAdapter.Selected;
using TestFlock.TestAdapter.Tests.Translation;

namespace TestFlock.TestAdapter.Tests.Selected;

public sealed partial class NUnitFilterTests
{
    private const string NoCategory = "'TestFlock: a category that no test has'";

    [Fact]
    public void For_plain_names_lists_them_sorted_and_once() =>
        NUnitFilter.For([Case("N.T.Two"), Case("N.T.One"), Case("N.T.Two")])
            .ShouldBe($"""(cat != {NoCategory} && test =~ "^(?:N\\u002ET\\u002EOne|N\\u002ET\\u002ETwo)\\z")""");

    [Fact]
    public void For_explicit_tests_that_run_names_them_without_a_negation() =>
        NUnitFilter.For([Case("N.T.Secret", runsExplicit: true)])
            .ShouldBe($"""(cat == {NoCategory} || test =~ "^(?:N\\u002ET\\u002ESecret)\\z")""");

    [Fact]
    public void For_both_kinds_keeps_them_apart()
    {
        var parts = NUnitFilter.For([Case("A"), Case("B", runsExplicit: true)]).Split(" || (");

        parts.Length.ShouldBe(2);
        parts[0].ShouldStartWith("(cat != ");
        parts[1].ShouldStartWith("cat == ");
    }

    [Fact]
    public void For_an_escape_that_NUnit_shows_matches_the_letters_and_the_character()
    {
        var name = Pattern(@"N.T.M(""\u0001"")");

        name.IsMatch(@"N.T.M(""\u0001"")").ShouldBeTrue();
        name.IsMatch("N.T.M(\"\u0001\")").ShouldBeTrue();
        name.IsMatch("N.T.M(\"\u0002\")").ShouldBeFalse();
    }

    [Fact]
    public void For_a_name_at_a_line_end_does_not_match_the_name_with_the_line_end() =>
        Pattern("N.T.M").IsMatch("N.T.M\n").ShouldBeFalse();

    [Fact]
    public void For_any_name_matches_it_and_no_neighbour() => Prop.ForAll(
        HostileText.NotEmpty,
        name =>
        {
            var pattern = Pattern(name);
            pattern.IsMatch(name).ShouldBeTrue();
            pattern.IsMatch(name + "x").ShouldBeFalse();
            pattern.IsMatch("x" + name).ShouldBeFalse();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void For_any_name_stays_one_quoted_word_of_the_language() => Prop.ForAll(
        HostileText.NotEmpty,
        name => Quoted().Count(NUnitFilter.For([Case(name)])).ShouldBe(1)).QuickCheckThrowOnFailure();

    /// <summary>As NUnit reads it: the language takes one of two backslashes.</summary>
    private static Regex Pattern(string name) =>
        new(Quoted().Match(NUnitFilter.For([Case(name)])).Groups[1].Value.Replace(
            @"\\", @"\", StringComparison.Ordinal));

    private static SelectedCase Case(string name, bool runsExplicit = false) =>
        new(new TestCase { FullyQualifiedName = name }, runsExplicit);

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();
}
