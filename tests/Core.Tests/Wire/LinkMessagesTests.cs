using System.Buffers;
using System.Text;
using System.Text.Json;
using TestFlock.Contracts;

namespace TestFlock.Core.Tests.Wire;

/// <summary>
/// On the link between slot and test process the test process's side writes and reads by hand, the slot's by generated
/// code: they are to agree to the byte.
/// </summary>
public sealed class LinkMessagesTests
{
    private static readonly Guid Id = new("6f9619ff-8b86-d011-b42d-00cf4fc964ff");

    private static readonly TestCase Case = new()
    {
        Id = Id, FullyQualifiedName = "N.T.M", DisplayName = "M \"é\"", Source = "/s", ExecutorUri = "executor://x/",
    };

    public static TheoryData<string, HostMessage> HostMessages => new()
    {
        { "hello", new HostHello { Part = HostPart.Adapter, ProcessId = 1 } },
        { "hello of the logger", new HostHello { Part = HostPart.Logger, ProcessId = int.MaxValue, Writer = 9 } },
        { "hello of a warm host", new HostHello { Part = HostPart.WarmHost, ProcessId = 2, Protocol = 7 } },
        { "started", new HostTestStarted { CaseId = Id, At = new(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(-3)) } },
        { "result", new HostTestResult { CaseId = Id, FullyQualifiedName = "N.\"T\"\n漢", Result = Result("\\ <&'> 😀") } },
        { "ended", new HostTestEnded { CaseId = Id, Outcome = Outcome.NotFound } },
        { "attachments", new HostAttachments { Sets = [Attached] } },
        { "no attachments", new HostAttachments { Sets = [] } },
        { "note", new HostNote { Level = NoteLevel.Informational, Text = "" } },
        { "warning", new HostNote { Level = NoteLevel.Warning, Text = "a\tb" } },
        { "error", new HostNote { Level = NoteLevel.Error, Text = "half a pair: \uD800" } },
        { "watched", new HostWatched { ProcessId = 3 } },
        { "exited", new HostExited { ProcessId = 3, ExitCode = 137 } },
        { "finished", new HostFinished() },
        { "aborted", new HostFinished { Aborted = true, Error = "out of memory" } },
    };

    public static TheoryData<string, SlotMessage> SlotMessages => new()
    {
        { "welcome", new SlotWelcome() },
        { "welcome of another version", new SlotWelcome { Writer = 9, Protocol = 8 } },
        { "welcome with settings", new SlotWelcome { SettingsXml = "<RunSettings é=\"\" />" } },
        { "watch", new WatchProcess { ProcessId = 4 } },
        { "run", new RunSelection { Cases = [Case, Case] } },
        { "run of nothing", new RunSelection { Cases = [] } },
        {
            "run of all",
            new RunSelection { Cases = [Case], InTurn = true, StopsAtFailure = true, OutputMark = "é", TraceParent = "00-1" }
        },
        { "stop", new StopSelection() },
        { "end", new EndHost() },
    };

    private static AttachmentSet Attached => new()
    {
        Uri = "some://uri",
        DisplayName = "Screens",
        Items = [new Attachment { Path = "/a b.png", Description = "é" }, new Attachment { Path = "/c" }],
    };

    [Theory]
    [MemberData(nameof(HostMessages))]
    public void A_message_of_the_test_process_is_the_same_JSON(string name, HostMessage message) =>
        Written(message).ShouldBe(JsonSerializer.Serialize(message, WireJson.Default.HostMessage), name);

    [Fact]
    public void An_exit_without_a_code_is_told_and_read()
    {
        var told = Written(new HostExited { ProcessId = 3, ExitCode = null });

        WireFormats.Host.Read(Encoding.UTF8.GetBytes(told)).ShouldBe(new HostExited { ProcessId = 3, ExitCode = null });
    }

    [Theory]
    [MemberData(nameof(SlotMessages))]
    public void A_message_of_the_slot_is_read_as_it_was(string name, SlotMessage message)
    {
        var json = JsonSerializer.Serialize(message, WireJson.Default.SlotMessage);

        var read = WireFormats.Slot.Read(Encoding.UTF8.GetBytes(json));

        JsonSerializer.Serialize(read, WireJson.Default.SlotMessage!).ShouldBe(json, name);
    }

    [Fact]
    public void A_selection_is_read_as_it_was()
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(
            new Selection { Cases = [Case, Case], StopsAtFailure = true, Writer = 9, Protocol = 8 },
            WireJson.Default.Selection);

        var read = WireFormats.Selection.Read(json);

        JsonSerializer.SerializeToUtf8Bytes(read, WireJson.Default.Selection!).ShouldBe(json);
    }

    [Fact]
    public void What_a_later_version_adds_is_passed_over()
    {
        Read("""{"is":"end","later":{"a":[1]},"more":null}""").ShouldBe(new EndHost());
        Read("""{"is":"watch","later":[{"processId":1}],"processId":2}""").ShouldBe(new WatchProcess { ProcessId = 2 });
    }

    [Fact]
    public void A_version_that_is_not_told_is_none() =>
        Read("""{"is":"welcome"}""").ShouldBe(new SlotWelcome { Writer = 0, Protocol = 0 });

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"is":3}""")]
    [InlineData("""{"is":"dance"}""")]
    [InlineData("""{"processId":3,"is":"watch"}""")]
    [InlineData("""{"is":"watch"}""")]
    [InlineData("""{"is":"watch","processId":"3"}""")]
    [InlineData("""{"is":"watch","processId":99999999999}""")]
    [InlineData("""{"is":"run","inTurn":true}""")]
    [InlineData("""{"is":"run","cases":{}}""")]
    [InlineData("""{"is":"run","cases":[],"inTurn":"yes"}""")]
    [InlineData("""{"is":"end"}{"is":"end"}""")]
    [InlineData("{\"is\":\"end")]
    public void What_is_no_message_of_a_slot_is_refused(string json) => Should.Throw<JsonException>(() => Read(json));

    private static SlotMessage? Read(string json) => WireFormats.Slot.Read(Encoding.UTF8.GetBytes(json));

    private static string Written(HostMessage message)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
            WireFormats.Host.Write(writer, message);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static TestResult Result(string text) =>
        new() { Outcome = Outcome.Failed, ErrorMessage = text, Duration = TimeSpan.FromTicks(7), Attachments = [Attached] };
}
