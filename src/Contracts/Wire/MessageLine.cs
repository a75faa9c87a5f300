using System.Buffers;
using System.Text.Json;

namespace TestFlock.Contracts;

/// <summary>One message as it stands on the wire: JSON, and the end of the line.</summary>
internal static class MessageLine
{
    /// <summary>More than this is not worth gathering: a write costs less than its bytes.</summary>
    public const int ManyBytes = 64 * 1024;

    // Of the thread that writes; a message never waits in the middle of being written.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _line;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static void Append<T>(ArrayBufferWriter<byte> target, T message, WireFormat<T> format)
        where T : class
    {
        // As a whole: a message that cannot be written must not leave a part of itself behind.
        var line = _line ??= new ArrayBufferWriter<byte>();
        var writer = _writer ??= new Utf8JsonWriter(line, new JsonWriterOptions { SkipValidation = true });
        try
        {
            format.Write(writer, message);
            writer.Flush();
            target.Write(line.WrittenSpan);
            target.Write("\n"u8);
        }
        finally
        {
            if (line.WrittenCount > ManyBytes)
                (_line, _writer) = (null, null);
            line.ResetWrittenCount();
            writer.Reset();
        }
    }
}
