using System.Text.Json;
using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>A test case on the wire.</summary>
internal sealed class WireTestCaseConverter : JsonConverter<TestCase>
{
    private const string What = "test case";

    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText FullyQualifiedName = JsonEncodedText.Encode("fullyQualifiedName");
    private static readonly JsonEncodedText DisplayName = JsonEncodedText.Encode("displayName");
    private static readonly JsonEncodedText Source = JsonEncodedText.Encode("source");
    private static readonly JsonEncodedText ExecutorUri = JsonEncodedText.Encode("executorUri");
    private static readonly JsonEncodedText CodeFilePath = JsonEncodedText.Encode("codeFilePath");
    private static readonly JsonEncodedText LineNumber = JsonEncodedText.Encode("lineNumber");
    private static readonly JsonEncodedText RunsExplicit = JsonEncodedText.Encode("runsExplicit");
    private static readonly JsonEncodedText Traits = JsonEncodedText.Encode("traits");
    private static readonly JsonEncodedText Properties = JsonEncodedText.Encode("properties");

    public override TestCase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader);

    /// <exception cref="JsonException">No test case stands there.</exception>
    public static TestCase Read(ref Utf8JsonReader reader)
    {
        WireMembers.Begin(reader, What);
        Guid? id = null;
        string? fullyQualifiedName = null, displayName = null, source = null, executorUri = null, codeFilePath = null;
        var lineNumber = -1;
        var runsExplicit = false;
        IReadOnlyList<Trait> traits = [];
        IReadOnlyList<PropertyValue> properties = [];
        while (WireMembers.Next(ref reader))
        {
            if (reader.ValueTextEquals("id"u8) && reader.Read())
                id = reader.GetGuid();
            else if (reader.ValueTextEquals("fullyQualifiedName"u8) && reader.Read())
                fullyQualifiedName = WireStringConverter.Read(ref reader);
            else if (reader.ValueTextEquals("displayName"u8) && reader.Read())
                displayName = WireStringConverter.Read(ref reader);
            else if (reader.ValueTextEquals("source"u8) && reader.Read())
                source = KnownTexts.Read(ref reader);
            else if (reader.ValueTextEquals("executorUri"u8) && reader.Read())
                executorUri = KnownTexts.Read(ref reader);
            else if (reader.ValueTextEquals("codeFilePath"u8) && reader.Read())
                codeFilePath = KnownTexts.Read(ref reader);
            else if (reader.ValueTextEquals("lineNumber"u8) && reader.Read())
                lineNumber = reader.GetInt32();
            else if (reader.ValueTextEquals("runsExplicit"u8) && reader.Read())
                runsExplicit = reader.GetBoolean();
            else if (reader.ValueTextEquals("traits"u8) && reader.Read())
                traits = WireMembers.ReadList(ref reader, WireTrait.Read);
            else if (reader.ValueTextEquals("properties"u8) && reader.Read())
                properties = WireMembers.ReadList(ref reader, WireProperty.Read);
            else
                reader.Skip();
        }

        return new TestCase
        {
            Id = id ?? throw new JsonException($"A {What} without an id."),
            FullyQualifiedName = WireMembers.Required(fullyQualifiedName, What, "a fully qualified name"),
            DisplayName = WireMembers.Required(displayName, What, "a display name"),
            Source = WireMembers.Required(source, What, "a source"),
            ExecutorUri = WireMembers.Required(executorUri, What, "an executor's URI"),
            CodeFilePath = codeFilePath,
            LineNumber = lineNumber,
            RunsExplicit = runsExplicit,
            Traits = traits,
            Properties = properties,
        };
    }

    public override void Write(Utf8JsonWriter writer, TestCase value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(Id, value.Id);
        WireMembers.Write(writer, FullyQualifiedName, value.FullyQualifiedName);
        WireMembers.Write(writer, DisplayName, value.DisplayName);
        WireMembers.Write(writer, Source, value.Source);
        WireMembers.Write(writer, ExecutorUri, value.ExecutorUri);
        WireMembers.Write(writer, CodeFilePath, value.CodeFilePath);
        writer.WriteNumber(LineNumber, value.LineNumber);
        writer.WriteBoolean(RunsExplicit, value.RunsExplicit);
        WireTrait.WriteAll(writer, Traits, value.Traits);
        WireProperty.WriteAll(writer, Properties, value.Properties);
        writer.WriteEndObject();
    }
}
