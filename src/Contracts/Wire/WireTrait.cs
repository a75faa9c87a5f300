using System.Text.Json;

namespace TestFlock.Contracts;

/// <summary>Traits of a test case or a result on the wire.</summary>
internal static class WireTrait
{
    private static readonly JsonEncodedText NameMember = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText ValueMember = JsonEncodedText.Encode("value");

    public static void WriteAll(Utf8JsonWriter writer, JsonEncodedText name, IReadOnlyList<Trait> traits)
    {
        writer.WriteStartArray(name);
        for (var i = 0; i < traits.Count; i++)
        {
            writer.WriteStartObject();
            WireMembers.Write(writer, NameMember, traits[i].Name);
            WireMembers.Write(writer, ValueMember, traits[i].Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static Trait Read(ref Utf8JsonReader reader)
    {
        WireMembers.Begin(reader, "trait");
        string? name = null, value = null;
        while (WireMembers.Next(ref reader))
        {
            if (reader.ValueTextEquals("name"u8))
            {
                reader.Read();
                name = KnownTexts.Read(ref reader);
            }
            else if (reader.ValueTextEquals("value"u8))
            {
                reader.Read();
                value = KnownTexts.Read(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new Trait
        {
            Name = WireMembers.Required(name, "trait", "a name"),
            Value = WireMembers.Required(value, "trait", "a value"),
        };
    }
}
