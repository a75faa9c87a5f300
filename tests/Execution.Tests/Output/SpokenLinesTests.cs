using System.Text;
using TestFlock.Execution.Output;

namespace TestFlock.Execution.Tests.Output;

public sealed class SpokenLinesTests
{
    private readonly List<string> _told = [];
    private readonly SpokenLines _lines;

    public SpokenLinesTests() => _lines = new SpokenLines(Encoding.UTF8, Tell, mark => Tell($"<{mark}>"));

    [Fact]
    public async Task TakeAsync_line_in_several_pieces_is_told_once_and_whole()
    {
        await SayAsync("on", "e\r", "\ntw");
        await SayAsync("o\n");

        _told.ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task TakeAsync_character_in_two_pieces_is_not_torn()
    {
        var bytes = Encoding.UTF8.GetBytes("grün\n");

        await _lines.TakeAsync(bytes.AsMemory(0, 3));
        await _lines.TakeAsync(bytes.AsMemory(3));

        _told.ShouldBe(["grün"]);
    }

    [Fact]
    public async Task TakeAsync_blank_lines_are_left_out_as_the_platform_does()
    {
        await SayAsync("one\n\n  \ntwo\n");

        _told.ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task TakeAsync_mark_comes_behind_the_lines_before_it_and_an_unfinished_line_goes_on()
    {
        _lines.LookFor("the mark");

        await SayAsync("one\nunfin", "ished the ", "mark\n and more\n");

        _told.ShouldBe(["one", "<the mark>", "unfinished  and more"]);
    }

    [Fact]
    public async Task TakeAsync_mark_of_another_selection_is_a_line_like_any()
    {
        _lines.LookFor("mark 2");

        await SayAsync("mark 1\nmark 2\n");

        _told.ShouldBe(["mark 1", "<mark 2>"]);
    }

    [Fact]
    public async Task TakeAsync_flood_is_told_together()
    {
        await SayAsync(string.Concat(Enumerable.Range(1, 100).Select(i => $"{i}\n")));

        _told.ShouldHaveSingleItem().Split('\n').ShouldBe(Enumerable.Range(1, 100).Select(i => $"{i}"));
    }

    [Fact]
    public async Task CompleteAsync_last_line_without_an_end_is_told()
    {
        await SayAsync("one\ntwo");

        await _lines.CompleteAsync();

        _told.ShouldBe(["one", "two"]);
    }

    private async Task SayAsync(params string[] pieces)
    {
        foreach (var piece in pieces)
            await _lines.TakeAsync(Encoding.UTF8.GetBytes(piece));
    }

    private ValueTask Tell(string line)
    {
        _told.Add(line);
        return ValueTask.CompletedTask;
    }
}
