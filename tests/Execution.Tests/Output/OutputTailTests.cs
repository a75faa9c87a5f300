using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TestFlock.Execution.Output;

namespace TestFlock.Execution.Tests.Output;

public sealed class OutputTailTests
{
    [Fact]
    public void ToString_less_than_fits_is_all_of_it()
    {
        var tail = new OutputTail(8);

        tail.Append("abc"u8);
        tail.Append("defgh"u8);

        tail.ToString().ShouldBe("abcdefgh");
    }

    [Fact]
    public void ToString_more_than_fits_begins_with_a_whole_line()
    {
        var tail = new OutputTail(8);

        tail.Append("first\nsecond\n3\n"u8);

        tail.ToString().ShouldBe("…\n3\n");
    }

    [Fact]
    public void ToString_any_pieces_is_the_end_of_them() =>
        Prop.ForAll(
            Gen.Elements('a', 'b', '\n').ArrayOf().Select(c => new string(c)).ListOf().ToArbitrary(),
            pieces =>
            {
                const int Capacity = 7;
                var tail = new OutputTail(Capacity);
                foreach (var piece in pieces)
                    tail.Append(Encoding.UTF8.GetBytes(piece));
                var all = string.Concat(pieces);
                var end = all.Length <= Capacity ? all : all[^Capacity..];
                var wholeLines = "…\n" + end[(end.IndexOf('\n', StringComparison.Ordinal) + 1)..];
                return tail.ToString() == (all.Length <= Capacity ? all : wholeLines);
            }).QuickCheckThrowOnFailure();
}
