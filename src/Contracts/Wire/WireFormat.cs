using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TestFlock.Contracts;

/// <summary>How messages of one kind stand on the wire, each a JSON value of one line.</summary>
public abstract class WireFormat<T>
    where T : class
{
    private protected WireFormat()
    {
    }

    public abstract void Write(Utf8JsonWriter writer, T message);

    /// <returns>Null when the line says null.</returns>
    /// <exception cref="JsonException">The line holds no such message.</exception>
    public abstract T? Read(ReadOnlySpan<byte> line);
}

/// <summary>As the generated code of <see cref="WireJson"/> writes and reads it.</summary>
/// <param name="type">Asked for when the first message comes: until then nothing of it is compiled.</param>
internal class GeneratedFormat<T>(Func<WireJson, JsonTypeInfo<T>> type) : WireFormat<T>
    where T : class
{
    public override void Write(Utf8JsonWriter writer, T message) =>
        JsonSerializer.Serialize(writer, message, type(WireJson.Default));

    public override T? Read(ReadOnlySpan<byte> line) => JsonSerializer.Deserialize(line, type(WireJson.Default));
}
