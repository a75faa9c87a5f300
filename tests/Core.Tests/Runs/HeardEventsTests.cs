using TestFlock.Contracts;
using TestFlock.Core.Runs;

namespace TestFlock.Core.Tests.Runs;

public sealed class HeardEventsTests
{
    private readonly HeardEvents _heard = new();
    private readonly Guid _execution = Guid.NewGuid();

    [Fact]
    public void NewsOf_the_same_report_twice_is_news_once()
    {
        NewsOf(1, "a", "b").ShouldBe(["a", "b"]);
        NewsOf(1, "a", "b").ShouldBeEmpty();
    }

    [Fact]
    public void NewsOf_an_old_report_behind_a_new_one_is_none()
    {
        NewsOf(1, "a");
        NewsOf(2, "b");

        NewsOf(1, "a").ShouldBeEmpty();
    }

    [Fact]
    public void NewsOf_a_report_that_begins_with_what_is_known_is_its_rest()
    {
        NewsOf(1, "a", "b");

        NewsOf(2, "b", "c").ShouldBe(["c"]);
    }

    [Fact]
    public void NewsOf_agents_that_do_not_number_is_everything()
    {
        NewsOf(0, "a").ShouldBe(["a"]);
        NewsOf(0, "a").ShouldBe(["a"]);
    }

    private IEnumerable<string> NewsOf(long first, params string[] notes) => _heard.NewsOf(new AgentReport
    {
        Run = new RunId("r"),
        Batch = new BatchId("b"),
        Execution = _execution,
        Agent = "anna",
        Slot = 1,
        FirstEvent = first,
        Events = [.. notes.Select(text => new AgentNote { Level = NoteLevel.Informational, Text = text })],
    }).Cast<AgentNote>().Select(note => note.Text).ToArray();
}
