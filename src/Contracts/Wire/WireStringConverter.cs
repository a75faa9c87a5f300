using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>
/// Keeps a string that is no valid UTF-16 (a lone surrogate in a test's name) as it is. JSON text cannot hold it, and a
/// replaced character makes a test that no adapter finds again; so such a string travels as <c>{"utf16":"base64"}</c>.
/// </summary>
internal sealed class WireStringConverter : JsonConverter<string>
{
    private const string PropertyName = "utf16";

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        Write(writer, value);

    /// <summary>The string at which the reader stands, in either form.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static string? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return reader.GetString();

        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals(PropertyName))
            throw new JsonException($"A string is text or {{\"{PropertyName}\":…}}.");
        reader.Read();
        var units = reader.GetBytesFromBase64();
        reader.Read();
        if (reader.TokenType != JsonTokenType.EndObject || units.Length % 2 != 0)
            throw new JsonException($"A string as {{\"{PropertyName}\":…}} holds whole UTF-16 units and nothing else.");
        return FromUnits(units);
    }

    public static void Write(Utf8JsonWriter writer, string value)
    {
        if (IsWellFormed(value))
        {
            writer.WriteStringValue(value);
            return;
        }

        writer.WriteStartObject();
        writer.WriteBase64String(PropertyName, ToUnits(value));
        writer.WriteEndObject();
    }

    private static bool IsWellFormed(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
                continue;
            if (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[i + 1]))
                return false;
            i++;
        }

        return true;
    }

    private static byte[] ToUnits(string value)
    {
        var units = new byte[value.Length * 2];
        for (var i = 0; i < value.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(units.AsSpan(i * 2), value[i]);
        return units;
    }

    private static string FromUnits(byte[] units) =>
        string.Create(units.Length / 2, units, static (text, source) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(source.AsSpan(i * 2));
        });
}
