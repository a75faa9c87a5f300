using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TestFlock.Contracts;

/// <summary>
/// Written by generated code, and read by hand: for what a slot tells a test process, where generated code would have to
/// be compiled first.
/// </summary>
internal sealed class ReadByHandFormat<T>(Func<WireJson, JsonTypeInfo<T>> type, ReadItem<T> read) : WireFormat<T>
    where T : class
{
    public override void Write(Utf8JsonWriter writer, T message) =>
        JsonSerializer.Serialize(writer, message, type(WireJson.Default));

    public override T Read(ReadOnlySpan<byte> line) => WireMembers.ReadLine(line, read);
}
