using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TestFlock.Contracts;

/// <summary>As the generated code of <see cref="WireJson"/> writes and reads it.</summary>
/// <param name="type">Asked for when the first message comes: until then nothing of it is compiled.</param>
internal sealed class GeneratedFormat<T>(Func<WireJson, JsonTypeInfo<T>> type) : WireFormat<T>
    where T : class
{
    public override void Write(Utf8JsonWriter writer, T message) =>
        JsonSerializer.Serialize(writer, message, type(WireJson.Default));

    public override T? Read(ReadOnlySpan<byte> line) => JsonSerializer.Deserialize(line, type(WireJson.Default));
}
