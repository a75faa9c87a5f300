using System.Text.Json;
using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>A result on the wire.</summary>
internal sealed class WireTestResultConverter : JsonConverter<TestResult>
{
    private static readonly JsonEncodedText Outcome = JsonEncodedText.Encode("outcome");
    private static readonly JsonEncodedText DisplayName = JsonEncodedText.Encode("displayName");
    private static readonly JsonEncodedText ErrorMessage = JsonEncodedText.Encode("errorMessage");
    private static readonly JsonEncodedText ErrorStackTrace = JsonEncodedText.Encode("errorStackTrace");
    private static readonly JsonEncodedText Messages = JsonEncodedText.Encode("messages");
    private static readonly JsonEncodedText Category = JsonEncodedText.Encode("category");
    private static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    private static readonly JsonEncodedText Duration = JsonEncodedText.Encode("duration");
    private static readonly JsonEncodedText StartTime = JsonEncodedText.Encode("startTime");
    private static readonly JsonEncodedText EndTime = JsonEncodedText.Encode("endTime");
    private static readonly JsonEncodedText ComputerName = JsonEncodedText.Encode("computerName");
    private static readonly JsonEncodedText Attachments = JsonEncodedText.Encode("attachments");
    private static readonly JsonEncodedText Traits = JsonEncodedText.Encode("traits");
    private static readonly JsonEncodedText Properties = JsonEncodedText.Encode("properties");

    public override TestResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        WireMembers.Begin(reader, "result");
        Outcome? outcome = null;
        string? displayName = null, errorMessage = null, errorStackTrace = null, computerName = null;
        TimeSpan duration = default;
        DateTimeOffset startTime = default, endTime = default;
        IReadOnlyList<ResultMessage> messages = [];
        IReadOnlyList<AttachmentSet> attachments = [];
        IReadOnlyList<Trait> traits = [];
        IReadOnlyList<PropertyValue> properties = [];
        while (WireMembers.Next(ref reader))
        {
            if (reader.ValueTextEquals("outcome"u8) && reader.Read())
                outcome = ReadOutcome(ref reader);
            else if (reader.ValueTextEquals("displayName"u8) && reader.Read())
                displayName = WireStringConverter.Read(ref reader);
            else if (reader.ValueTextEquals("errorMessage"u8) && reader.Read())
                errorMessage = WireStringConverter.Read(ref reader);
            else if (reader.ValueTextEquals("errorStackTrace"u8) && reader.Read())
                errorStackTrace = WireStringConverter.Read(ref reader);
            else if (reader.ValueTextEquals("messages"u8) && reader.Read())
                messages = WireMembers.ReadList(ref reader, ReadMessage);
            else if (reader.ValueTextEquals("duration"u8) && reader.Read())
                duration = WireMembers.ReadTimeSpan(ref reader);
            else if (reader.ValueTextEquals("startTime"u8) && reader.Read())
                startTime = reader.GetDateTimeOffset();
            else if (reader.ValueTextEquals("endTime"u8) && reader.Read())
                endTime = reader.GetDateTimeOffset();
            else if (reader.ValueTextEquals("computerName"u8) && reader.Read())
                computerName = KnownTexts.Read(ref reader);
            else if (reader.ValueTextEquals("attachments"u8) && reader.Read())
                attachments = JsonSerializer.Deserialize(ref reader, WireJson.Default.IReadOnlyListAttachmentSet) ?? [];
            else if (reader.ValueTextEquals("traits"u8) && reader.Read())
                traits = WireMembers.ReadList(ref reader, WireTrait.Read);
            else if (reader.ValueTextEquals("properties"u8) && reader.Read())
                properties = WireMembers.ReadList(ref reader, WireProperty.Read);
            else
                reader.Skip();
        }

        return new TestResult
        {
            Outcome = outcome ?? throw new JsonException("A result without an outcome."),
            DisplayName = displayName,
            ErrorMessage = errorMessage,
            ErrorStackTrace = errorStackTrace,
            Messages = messages,
            Duration = duration,
            StartTime = startTime,
            EndTime = endTime,
            ComputerName = computerName,
            Attachments = attachments,
            Traits = traits,
            Properties = properties,
        };
    }

    public override void Write(Utf8JsonWriter writer, TestResult value, JsonSerializerOptions options) =>
        Write(writer, value);

    public static void Write(Utf8JsonWriter writer, TestResult value)
    {
        writer.WriteStartObject();
        writer.WriteString(Outcome, NameOf(value.Outcome));
        WireMembers.Write(writer, DisplayName, value.DisplayName);
        WireMembers.Write(writer, ErrorMessage, value.ErrorMessage);
        WireMembers.Write(writer, ErrorStackTrace, value.ErrorStackTrace);
        WriteMessages(writer, value.Messages);
        WireMembers.Write(writer, Duration, value.Duration);
        writer.WriteString(StartTime, value.StartTime);
        writer.WriteString(EndTime, value.EndTime);
        WireMembers.Write(writer, ComputerName, value.ComputerName);
        WriteAttachments(writer, value.Attachments);
        WireTrait.WriteAll(writer, Traits, value.Traits);
        WireProperty.WriteAll(writer, Properties, value.Properties);
        writer.WriteEndObject();
    }

    private static void WriteAttachments(Utf8JsonWriter writer, IReadOnlyList<AttachmentSet> attachments)
    {
        writer.WritePropertyName(Attachments);
        if (attachments.Count > 0)
        {
            JsonSerializer.Serialize(writer, attachments, WireJson.Default.IReadOnlyListAttachmentSet);
        }
        else
        {
            writer.WriteStartArray();
            writer.WriteEndArray();
        }
    }

    private static void WriteMessages(Utf8JsonWriter writer, IReadOnlyList<ResultMessage> messages)
    {
        writer.WriteStartArray(Messages);
        for (var i = 0; i < messages.Count; i++)
        {
            writer.WriteStartObject();
            WireMembers.Write(writer, Category, messages[i].Category);
            WireMembers.Write(writer, Text, messages[i].Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static ResultMessage ReadMessage(ref Utf8JsonReader reader)
    {
        WireMembers.Begin(reader, "message");
        string? category = null, text = null;
        while (WireMembers.Next(ref reader))
        {
            if (reader.ValueTextEquals("category"u8) && reader.Read())
                category = KnownTexts.Read(ref reader);
            else if (reader.ValueTextEquals("text"u8) && reader.Read())
                text = WireStringConverter.Read(ref reader);
            else
                reader.Skip();
        }

        return new ResultMessage { Category = WireMembers.Required(category, "message", "a category"), Text = text };
    }

    public static string NameOf(Outcome outcome) => outcome switch
    {
        Contracts.Outcome.Passed => nameof(Contracts.Outcome.Passed),
        Contracts.Outcome.Failed => nameof(Contracts.Outcome.Failed),
        Contracts.Outcome.Skipped => nameof(Contracts.Outcome.Skipped),
        Contracts.Outcome.NotFound => nameof(Contracts.Outcome.NotFound),
        _ => nameof(Contracts.Outcome.None),
    };

    private static Outcome ReadOutcome(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("Passed"u8)
            ? Contracts.Outcome.Passed
            : JsonSerializer.Deserialize(ref reader, WireJson.Default.Outcome);
}
