using System.Text.Json;

namespace TestFlock.Contracts;

/// <summary>What a test process tells its slot: written there by hand, read by generated code.</summary>
internal sealed class HostMessageFormat : WireFormat<HostMessage>
{
    public override void Write(Utf8JsonWriter writer, HostMessage message)
    {
        writer.WriteStartObject();
        WriteMembers(writer, message);
        writer.WriteEndObject();
    }

    public override HostMessage? Read(ReadOnlySpan<byte> line) =>
        JsonSerializer.Deserialize(line, WireJson.Default.HostMessage);

    // In the order of the generated code.
    private static void WriteMembers(Utf8JsonWriter writer, HostMessage message)
    {
        switch (message)
        {
            case HostHello hello:
                writer.WriteString("is"u8, "hello"u8);
                writer.WriteNumber("writer"u8, hello.Writer);
                writer.WriteNumber("protocol"u8, hello.Protocol);
                writer.WriteString("part"u8, NameOf(hello.Part));
                writer.WriteNumber("processId"u8, hello.ProcessId);
                break;
            case HostTestStarted started:
                writer.WriteString("is"u8, "started"u8);
                writer.WriteString("caseId"u8, started.CaseId);
                writer.WriteString("at"u8, started.At);
                break;
            case HostTestResult told:
                writer.WriteString("is"u8, "result"u8);
                writer.WriteString("caseId"u8, told.CaseId);
                WriteText(writer, "fullyQualifiedName"u8, told.FullyQualifiedName);
                writer.WritePropertyName("result"u8);
                WireTestResultConverter.Write(writer, told.Result);
                break;
            case HostTestEnded ended:
                writer.WriteString("is"u8, "ended"u8);
                writer.WriteString("caseId"u8, ended.CaseId);
                writer.WriteString("outcome"u8, WireTestResultConverter.NameOf(ended.Outcome));
                break;
            case HostAttachments attached:
                writer.WriteString("is"u8, "attachments"u8);
                writer.WritePropertyName("sets"u8);
                JsonSerializer.Serialize(writer, attached.Sets, WireJson.Default.IReadOnlyListAttachmentSet);
                break;
            case HostNote note:
                writer.WriteString("is"u8, "note"u8);
                writer.WriteString("level"u8, NameOf(note.Level));
                WriteText(writer, "text"u8, note.Text);
                break;
            case HostWatched watched:
                writer.WriteString("is"u8, "watched"u8);
                writer.WriteNumber("processId"u8, watched.ProcessId);
                break;
            case HostExited exited:
                writer.WriteString("is"u8, "exited"u8);
                writer.WriteNumber("processId"u8, exited.ProcessId);

                // Here null is told: the reader wants the member.
                if (exited.ExitCode is { } code)
                    writer.WriteNumber("exitCode"u8, code);
                else
                    writer.WriteNull("exitCode"u8);
                break;
            case HostFinished finished:
                writer.WriteString("is"u8, "finished"u8);
                writer.WriteBoolean("aborted"u8, finished.Aborted);
                if (finished.Error is { } error)
                    WriteText(writer, "error"u8, error);
                break;
            default:
                throw new NotSupportedException($"{message.GetType().Name} has no place on the wire.");
        }
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string text)
    {
        writer.WritePropertyName(name);
        WireStringConverter.Write(writer, text);
    }

    private static string NameOf(HostPart part) => part switch
    {
        HostPart.Adapter => nameof(HostPart.Adapter),
        HostPart.Logger => nameof(HostPart.Logger),
        _ => nameof(HostPart.WarmHost),
    };

    private static string NameOf(NoteLevel level) => level switch
    {
        NoteLevel.Error => nameof(NoteLevel.Error),
        NoteLevel.Warning => nameof(NoteLevel.Warning),
        _ => nameof(NoteLevel.Informational),
    };
}
