using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TestFlock.Allure.Format;

/// <summary>
/// How the format is written: camel case, nothing null (one null array and Allure 2 makes no report at all), text as
/// it is. Written member by member: a serializer is compiled anew in every run, which takes longer than writing does.
/// </summary>
internal static class AllureJson
{
    /// <summary>For what others wrote.</summary>
    public static JsonSerializerOptions Nodes { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static JsonWriterOptions OptionsWith(bool indented) => new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = indented,
    };

    public static void WriteText(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    public static void WriteFlag(this Utf8JsonWriter json, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is not null)
            json.WriteBoolean(name, value.Value);
    }

    public static void WriteTexts(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string>? values)
    {
        if (values is null)
            return;
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    public static void WriteAttachments(this Utf8JsonWriter json, IReadOnlyList<AllureAttachment> attachments) =>
        json.WriteList("attachments"u8, attachments, static (json, attachment) =>
        {
            json.WriteString("name"u8, attachment.Name);
            json.WriteString("source"u8, attachment.Source);
            json.WriteString("type"u8, attachment.Type);
        });

    public static void WriteList<T>(
        this Utf8JsonWriter json,
        ReadOnlySpan<byte> name,
        IReadOnlyList<T> items,
        Action<Utf8JsonWriter, T> writeMembers)
    {
        json.WritePropertyName(name);
        json.WriteList(items, writeMembers);
    }

    public static void WriteList<T>(
        this Utf8JsonWriter json, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> writeMembers)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            json.WriteStartObject();
            writeMembers(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
