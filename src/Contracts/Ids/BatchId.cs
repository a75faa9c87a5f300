using System.Text.Json;
using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>
/// The identity of one batch; text of letters, digits and hyphens, at most 64 characters, unique for ever.
/// </summary>
[JsonConverter(typeof(Converter))]
public readonly record struct BatchId
{
    /// <exception cref="FormatException">The text cannot be an id.</exception>
    public BatchId(string value) => Value = IdText.Checked("batch id", value);

    public string Value { get; }

    public override string ToString() => Value;

    internal sealed class Converter : JsonConverter<BatchId>
    {
        public override BatchId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, BatchId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
