using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TestFlock.Execution.Secrets;

namespace TestFlock.Execution.Tests.Secrets;

public sealed class MaskedBytesTests
{
    [Fact]
    public void Take_a_secret_in_pieces_shows_none_of_them() =>
        Shown(["the pass is pa55", "word-of", "-the-shop."], "pa55word-of-the-shop").ShouldBe("the pass is ***.");

    [Fact]
    public void Take_what_only_begins_like_a_secret_shows_it() =>
        Shown(["pa55", "age"], "pa55word").ShouldBe("pa55age");

    [Fact]
    public void End_a_secret_that_begins_a_longer_one_masks_it() =>
        Shown(["abcd"], "abcd", "abcdefgh").ShouldBe("***");

    [Fact]
    public void Take_any_pieces_masks_what_the_whole_text_would_mask() =>
        Prop.ForAll(
            Gen.Elements('a', 'b', 'é').ArrayOf().Select(c => new string(c)).ListOf().ToArbitrary(),
            pieces =>
            {
                var secrets = new SecretValues(["aabab", "abbé"]);
                var all = string.Concat(pieces);
                var shown = Shown([.. pieces], "aabab", "abbé");
                return shown == FirstMatchMasked(all) && !secrets.Values.Any(shown.Contains);
            }).QuickCheckThrowOnFailure();

    private static string Shown(string[] pieces, params string[] values)
    {
        var masked = new MaskedBytes(new SecretValues(values));
        var shown = new List<byte>();
        foreach (var piece in pieces)
            shown.AddRange(masked.Take(Encoding.UTF8.GetBytes(piece)));
        shown.AddRange(masked.End());
        return Encoding.UTF8.GetString([.. shown]);
    }

    // From left to right, as a reader would.
    private static string FirstMatchMasked(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "aabab|abbé", "***");
}
