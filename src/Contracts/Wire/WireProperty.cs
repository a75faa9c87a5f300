using System.Text.Json;

namespace TestFlock.Contracts;

/// <summary>Properties of a test case or a result on the wire.</summary>
internal static class WireProperty
{
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Label = JsonEncodedText.Encode("label");
    private static readonly JsonEncodedText Category = JsonEncodedText.Encode("category");
    private static readonly JsonEncodedText Description = JsonEncodedText.Encode("description");
    private static readonly JsonEncodedText ValueType = JsonEncodedText.Encode("valueType");
    private static readonly JsonEncodedText Attributes = JsonEncodedText.Encode("attributes");
    private static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");

    public static void WriteAll(Utf8JsonWriter writer, JsonEncodedText name, IReadOnlyList<PropertyValue> properties)
    {
        writer.WriteStartArray(name);
        for (var i = 0; i < properties.Count; i++)
            Write(writer, properties[i]);
        writer.WriteEndArray();
    }

    public static PropertyValue Read(ref Utf8JsonReader reader)
    {
        WireMembers.Begin(reader, "property");
        string? id = null, label = null, category = null, description = null, valueType = null;
        var attributes = 0;
        JsonElement? value = null;
        while (WireMembers.Next(ref reader))
        {
            if (reader.ValueTextEquals("id"u8) && reader.Read())
                id = KnownTexts.Read(ref reader);
            else if (reader.ValueTextEquals("label"u8) && reader.Read())
                label = KnownTexts.Read(ref reader);
            else if (reader.ValueTextEquals("category"u8) && reader.Read())
                category = KnownTexts.Read(ref reader);
            else if (reader.ValueTextEquals("description"u8) && reader.Read())
                description = KnownTexts.Read(ref reader);
            else if (reader.ValueTextEquals("valueType"u8) && reader.Read())
                valueType = KnownTexts.Read(ref reader);
            else if (reader.ValueTextEquals("attributes"u8) && reader.Read())
                attributes = reader.GetInt32();
            else if (reader.ValueTextEquals("value"u8) && reader.Read())
                value = reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);
            else
                reader.Skip();
        }

        return new PropertyValue
        {
            Id = WireMembers.Required(id, "property", "an id"),
            Label = WireMembers.Required(label, "property", "a label"),
            Category = category ?? "",
            Description = description ?? "",
            ValueType = WireMembers.Required(valueType, "property", "a value type"),
            Attributes = attributes,
            Value = value,
        };
    }

    private static void Write(Utf8JsonWriter writer, PropertyValue property)
    {
        writer.WriteStartObject();
        WireMembers.Write(writer, Id, property.Id);
        WireMembers.Write(writer, Label, property.Label);
        WireMembers.Write(writer, Category, property.Category);
        WireMembers.Write(writer, Description, property.Description);
        WireMembers.Write(writer, ValueType, property.ValueType);
        writer.WriteNumber(Attributes, property.Attributes);
        if (property.Value is { } value)
        {
            writer.WritePropertyName(Value);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
