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
            .ShouldBe($"""(cat != {NoCategory} && (test == "N.T.One" || test == "N.T.Two"))""");

    [Theory]
    [InlineData("N.T.Adds(1,-2.5)")]
    [InlineData("N.Outer+Inner.Test_1()")]
    public void For_a_name_of_letters_and_numbers_gives_it_as_it_is(string name) =>
        NUnitFilter.For([Case(name)]).ShouldBe($"""(cat != {NoCategory} && (test == "{name}"))""");

    [Theory]
    [InlineData("N.T(1).Test(2)")]
    [InlineData("N.T.Test(1)x")]
    [InlineData("N.T.Test((1))")]
    [InlineData("N.T.Test(1, 2)")]
    [InlineData("N.T.Test(\"a\")")]
    [InlineData("N.T<Int32>.Test")]
    [InlineData("N.T.Größe")]
    [InlineData("N.T.Test\n")]
    public void For_a_name_that_the_language_would_change_gives_an_expression(string name) =>
        NUnitFilter.For([Case(name)]).ShouldContain("test =~ ");

    [Fact]
    public void For_plain_and_other_names_gives_both() =>
        NUnitFilter.For([Case("N.T.One"), Case("N.T.a b")]).ShouldBe(
            $"""(cat != {NoCategory} && ((test == "N.T.One") || test =~ "^(?:N\\u002ET\\u002Ea\\u0020b)\\z"))""");

    [Fact]
    public void For_explicit_tests_that_run_names_them_without_a_negation() =>
        NUnitFilter.For([Case("N.T.Secret", runsExplicit: true)])
            .ShouldBe($"""(cat == {NoCategory} || (test == "N.T.Secret"))""");

    [Fact]
    public void For_both_kinds_keeps_them_apart()
    {
        var parts = NUnitFilter.For([Case("A"), Case("B", runsExplicit: true)]).Split(" || (cat ");

        parts.Length.ShouldBe(2);
        parts[0].ShouldStartWith("(cat != ");
        parts[1].ShouldStartWith("== ");
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
    private static Regex Pattern(string name)
    {
        var filter = NUnitFilter.For([Case(name)]);
        var quoted = Quoted().Match(filter).Groups[1].Value;
        return new(filter.Contains("test == ", StringComparison.Ordinal)
            ? $@"^{Regex.Escape(quoted)}\z"
            : quoted.Replace(@"\\", @"\", StringComparison.Ordinal));
    }

    private static SelectedCase Case(string name, bool runsExplicit = false) =>
        new(new TestCase { FullyQualifiedName = name }, runsExplicit);

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();
}
