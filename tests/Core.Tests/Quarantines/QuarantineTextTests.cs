using System.Text;
using TestFlock.Core.Quarantines;

namespace TestFlock.Core.Tests.Quarantines;

public class QuarantineTextTests
{
    [Fact]
    public void Read_list_as_people_write_it_gives_its_entries()
    {
        var entries = Read(
            """
            [
              // Waits for the new gateway.
              { "test": "Shop.Tests.Cart.*", "owner": "ann", "reason": "SHOP-12", "until": "2027-01-31" },
            ]
            """,
            out var errors);

        errors.ShouldBeEmpty();
        entries.ShouldBe([new QuarantineEntry("Shop.Tests.Cart.*", "ann", "SHOP-12", new DateOnly(2027, 1, 31))]);
    }

    [Theory]
    [InlineData("", "it is no JSON")]
    [InlineData("[{]", "it is no JSON")]
    [InlineData("{}", "it holds no list")]
    [InlineData("[1]", "entry 1 is no object")]
    [InlineData("""[{ "test": "a", "owner": "b", "reason": "c", "until": "31.1.2027" }]""", "entry 1: until is '31.1.2027'")]
    [InlineData("""[{ "test": "", "owner": "b", "reason": "c", "until": "2027-01-31" }]""", "entry 1 has no test")]
    [InlineData("""[{ "test": "a", "owner": 1, "reason": "c", "until": "2027-01-31" }]""", "entry 1 has no owner")]
    [InlineData("""[{ "test": "a", "owner": "b", "reason": "c", "until": "2027-01-31", "untill": "" }]""", "entry 1 has 'untill'")]
    public void Read_what_is_wrong_is_told_with_its_place(string text, string problem)
    {
        Read(text, out var errors).ShouldBeEmpty();
        errors.ShouldHaveSingleItem().ShouldStartWith(problem);
    }

    private static IReadOnlyList<QuarantineEntry> Read(string text, out IReadOnlyList<string> errors) =>
        QuarantineText.Read(Encoding.UTF8.GetBytes(text), out errors);
}
