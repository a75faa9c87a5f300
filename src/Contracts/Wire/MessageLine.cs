using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TestFlock.Contracts;

/// <summary>One message as it stands on the wire: JSON, and the end of the line.</summary>
internal static class MessageLine
{
    /// <summary>More than this is not worth gathering: a write costs less than its bytes.</summary>
    public const int ManyBytes = 64 * 1024;

    public static void Append<T>(ArrayBufferWriter<byte> target, T message, JsonTypeInfo<T> type)
    {
        // As a whole: a message that cannot be written must not leave a part of itself behind.
        target.Write(JsonSerializer.SerializeToUtf8Bytes(message, type));
        target.Write("\n"u8);
    }
}
