using System.Text.Json;
using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>
/// The identity of one run; text of letters, digits and hyphens, at most 64 characters, unique for ever.
/// </summary>
[JsonConverter(typeof(Converter))]
public readonly record struct RunId
{
    /// <exception cref="FormatException">The text cannot be an id.</exception>
    public RunId(string value) => Value = IdText.Checked("run id", value);

    public string Value { get; }

    public override string ToString() => Value;

    internal sealed class Converter : JsonConverter<RunId>
    {
        public override RunId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, RunId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
