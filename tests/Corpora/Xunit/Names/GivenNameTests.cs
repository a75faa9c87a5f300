namespace Corpus.Names;

/// <summary>Names that somebody chose, instead of what the framework would have made of method and arguments.</summary>
public sealed class GivenNameTests
{
    [Fact(DisplayName = HostileText.Quotes)]
    public void Has_quotes() => Assert.True(true);

    [Fact(DisplayName = HostileText.Pipes)]
    public void Has_pipes() => Assert.True(true);

    [Fact(DisplayName = HostileText.Ampersands)]
    public void Has_ampersands() => Assert.True(true);

    [Fact(DisplayName = HostileText.Filter)]
    public void Is_like_a_filter() => Assert.True(true);

    [Fact(DisplayName = HostileText.Unbalanced)]
    public void Has_unbalanced_parentheses() => Assert.True(true);

    [Fact(DisplayName = HostileText.Backslashes)]
    public void Has_backslashes() => Assert.True(true);

    [Fact(DisplayName = HostileText.Angles)]
    public void Has_angles() => Assert.True(true);

    [Fact(DisplayName = HostileText.Variables)]
    public void Has_variables() => Assert.True(true);

    [Fact(DisplayName = HostileText.CarriageReturnLineFeed)]
    public void Has_lines() => Assert.True(true);

    [Fact(DisplayName = HostileText.OtherLineEnds)]
    public void Has_other_line_ends() => Assert.True(true);

    [Fact(DisplayName = HostileText.Control)]
    public void Has_control_characters() => Assert.True(true);

    [Fact(DisplayName = HostileText.Ansi)]
    public void Has_ansi_escapes() => Assert.True(true);

    [Fact(DisplayName = HostileText.Nul)]
    public void Has_nul() => Assert.True(true);

    [Fact(DisplayName = HostileText.NonCharacters)]
    public void Has_non_characters() => Assert.True(true);

    [Fact(DisplayName = HostileText.RightToLeft)]
    public void Is_written_from_right_to_left() => Assert.True(true);

    [Fact(DisplayName = HostileText.Emoji)]
    public void Has_emoji() => Assert.True(true);

    [Fact(DisplayName = HostileText.Blanks)]
    public void Is_blank() => Assert.True(true);

    [Fact(DisplayName = HostileText.Padded)]
    public void Is_padded() => Assert.True(true);

    [Fact(DisplayName = HostileText.Long)]
    public void Is_long() => Assert.True(true);

    [Fact(DisplayName = HostileText.LongTwin)]
    public void Is_as_long() => Assert.Fail("the twin fails");

    [Fact(DisplayName = "The same name")]
    public void Is_named_alike() => Assert.True(true);

    [Fact(DisplayName = "The same name")]
    public void Is_named_alike_too() => Assert.Fail("the second of two");

    [Fact(DisplayName = "the same name")]
    public void Is_named_alike_but_for_case() => Assert.True(true);

    [Fact(DisplayName = "Corpus.Names.GivenNameTests.Bears_its_own_name")]
    public void Is_named_as_another_is() => Assert.Fail("not the one it is named for");

    [Fact]
    public void Bears_its_own_name() => Assert.True(true);

    [Theory(DisplayName = "A named theory (of rows)")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData("a|b(")]
    public void Has_rows(object row) => Assert.NotEqual(2, row);
}
