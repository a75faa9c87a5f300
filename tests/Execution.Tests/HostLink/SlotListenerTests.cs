using System.IO.Pipes;
using System.Text;
using TestFlock.Contracts;
using TestFlock.Execution.HostLink;

namespace TestFlock.Execution.Tests.HostLink;

public sealed class SlotListenerTests
{
    private static readonly HostNote Note = new() { Level = NoteLevel.Warning, Text = "last words" };

    [Fact]
    public async Task Name_fits_into_the_address_of_a_socket()
    {
        await using var listener = new SlotListener();

        if (!OperatingSystem.IsWindows())
            Encoding.UTF8.GetByteCount(listener.Name).ShouldBeLessThan(100);
    }

    [Fact]
    public async Task Messages_of_several_parts_all_arrive_and_the_last_words_of_a_closed_one_too()
    {
        await using var listener = new SlotListener();
        for (var part = 0; part < 3; part++)
        {
            await using var pipe = await ConnectAsync(listener);
            using var writer = new MessageWriter<HostMessage>(pipe, WireFormats.Host);
            await writer.WriteAsync(new HostHello { Part = HostPart.Adapter, ProcessId = part }, default);
            await writer.WriteAsync(Note, default);
        }

        var said = new List<(HostConnection? From, HostMessage Message)>();
        while (said.Count < 6)
            said.Add(await listener.Messages.ReadAsync());

        foreach (var part in said.GroupBy(s => s.From).Select(g => g.Select(s => s.Message).ToArray()))
            part.ShouldSatisfyAllConditions(p => p[0].ShouldBeOfType<HostHello>(), p => p[1].ShouldBe(Note));
        await listener.CloseAsync();
        (await listener.Messages.WaitToReadAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Part_of_another_protocol_is_cut_off_with_the_reason()
    {
        await using var listener = new SlotListener();
        await using var pipe = await ConnectAsync(listener);
        using var writer = new MessageWriter<HostMessage>(pipe, WireFormats.Host);

        await writer.WriteAsync(
            new HostHello { Writer = 99, Protocol = 99, Part = HostPart.Adapter, ProcessId = 1 }, default);
        await Should.ThrowAsync<InvalidOperationException>(NextAsync(Heard(pipe)));
        await listener.CloseAsync();

        listener.Faults.ShouldHaveSingleItem().ShouldContain("needs protocol 99");
    }

    [Fact]
    public async Task Part_of_the_first_protocol_which_does_not_say_who_wrote_is_heard()
    {
        await using var listener = new SlotListener();
        await using var pipe = await ConnectAsync(listener);

        await pipe.WriteAsync("{\"is\":\"hello\",\"protocol\":1,\"part\":\"Adapter\",\"processId\":7}\n"u8.ToArray());

        (await listener.Messages.ReadAsync()).Message.ShouldBeOfType<HostHello>().ProcessId.ShouldBe(7);
        listener.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Host_is_welcome_only_when_its_exit_is_watched_for()
    {
        await using var listener = new SlotListener();
        var talk = new HostTalk();
        await using var loggerPipe = await ConnectAsync(listener);
        using var logger = new MessageWriter<HostMessage>(loggerPipe, WireFormats.Host);
        var toLogger = Heard(loggerPipe);
        await logger.WriteAsync(new HostHello { Part = HostPart.Logger, ProcessId = 1 }, default);
        await HearAsync(listener, talk);
        (await NextAsync(toLogger)).ShouldBeOfType<SlotWelcome>();
        await using var hostPipe = await ConnectAsync(listener);
        using var host = new MessageWriter<HostMessage>(hostPipe, WireFormats.Host);
        var toHost = Heard(hostPipe);

        await host.WriteAsync(new HostHello { Part = HostPart.Adapter, ProcessId = 2 }, default);
        await HearAsync(listener, talk);
        (await NextAsync(toLogger)).ShouldBeOfType<WatchProcess>().ProcessId.ShouldBe(2);
        var welcome = NextAsync(toHost);
        welcome.IsCompleted.ShouldBeFalse();
        await logger.WriteAsync(new HostWatched { ProcessId = 2 }, default);
        await HearAsync(listener, talk);

        (await welcome).ShouldBeOfType<SlotWelcome>();
    }

    [Fact]
    public async Task PlatformNotes_what_the_framework_said_is_not_said_twice()
    {
        await using var listener = new SlotListener();
        var talk = new HostTalk();
        await using var loggerPipe = await ConnectAsync(listener);
        using var logger = new MessageWriter<HostMessage>(loggerPipe, WireFormats.Host);
        await using var hostPipe = await ConnectAsync(listener);
        using var host = new MessageWriter<HostMessage>(hostPipe, WireFormats.Host);
        await logger.WriteAsync(new HostHello { Part = HostPart.Logger, ProcessId = 1 }, default);
        await HearAsync(listener, talk);
        await host.WriteAsync(new HostHello { Part = HostPart.Adapter, ProcessId = 2 }, default);
        await HearAsync(listener, talk);

        await host.WriteAsync(Note, default);
        (await HearAsync(listener, talk)).ShouldBeTrue();
        foreach (var text in new[] { "last words", "last words", "no coverage" })
        {
            await logger.WriteAsync(Note with { Text = text }, default);
            (await HearAsync(listener, talk)).ShouldBeFalse();
        }

        talk.PlatformNotes.Select(n => n.Text).ShouldBe(["last words", "no coverage"]);
    }

    private static async Task<bool> HearAsync(SlotListener listener, HostTalk talk)
    {
        var (from, message) = await listener.Messages.ReadAsync();
        return await talk.HearAsync(from!, message);
    }

    private static IAsyncEnumerator<SlotMessage> Heard(Stream pipe) =>
        new MessageReader<SlotMessage>(pipe, WireFormats.Slot).ReadAllAsync().GetAsyncEnumerator();

    private static async Task<SlotMessage> NextAsync(IAsyncEnumerator<SlotMessage> heard) =>
        await heard.MoveNextAsync() ? heard.Current : throw new InvalidOperationException("The slot has closed.");

    private static async Task<NamedPipeClientStream> ConnectAsync(SlotListener listener)
    {
        var pipe = new NamedPipeClientStream(".", listener.Name, PipeDirection.InOut, PipeOptions.Asynchronous);
        await pipe.ConnectAsync();
        return pipe;
    }
}
