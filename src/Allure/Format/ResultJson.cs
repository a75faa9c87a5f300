using System.Buffers;
using System.Text.Json;

namespace TestFlock.Allure.Format;

/// <summary>Makes the text of results, one after the other in the same memory: a run has tens of thousands.</summary>
/// <param name="indented">As <c>indentOutput</c> of the user's configuration wants it.</param>
internal sealed class ResultJson(bool indented)
{
    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly JsonWriterOptions _options = AllureJson.OptionsWith(indented);

    /// <returns>In UTF-8; holds until the next one.</returns>
    public ReadOnlySpan<byte> Write(AllureResult result)
    {
        _text.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_text, _options))
            Write(json, result);
        return _text.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter json, AllureResult result)
    {
        json.WriteStartObject();
        json.WriteString("uuid"u8, result.Uuid);
        json.WriteString("historyId"u8, result.HistoryId);
        json.WriteString("testCaseId"u8, result.TestCaseId);
        json.WriteString("fullName"u8, result.FullName);
        json.WriteTexts("titlePath"u8, result.TitlePath);
        json.WriteString("name"u8, result.Name);
        json.WriteText("description"u8, result.Description);
        json.WriteString("status"u8, result.Status);
        Write(json, result.StatusDetails);
        json.WriteString("stage"u8, result.Stage);
        json.WriteNumber("start"u8, result.Start);
        json.WriteNumber("stop"u8, result.Stop);
        Write(json, result.Labels);
        Write(json, result.Links);
        Write(json, result.Parameters);
        json.WriteAttachments(result.Attachments);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AllureStatusDetails? details)
    {
        if (details is null)
            return;
        json.WriteStartObject("statusDetails"u8);
        json.WriteText("message"u8, details.Message);
        json.WriteText("trace"u8, details.Trace);
        json.WriteText("expected"u8, details.Expected);
        json.WriteText("actual"u8, details.Actual);
        json.WriteFlag("flaky"u8, details.Flaky);
        json.WriteFlag("known"u8, details.Known);
        json.WriteFlag("muted"u8, details.Muted);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<AllureLabel> labels)
    {
        json.WriteStartArray("labels"u8);
        foreach (var label in labels)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, label.Name);
            json.WriteString("value"u8, label.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<AllureLink> links)
    {
        json.WriteStartArray("links"u8);
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, link.Name);
            json.WriteString("url"u8, link.Url);
            json.WriteString("type"u8, link.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<AllureParameter> parameters)
    {
        json.WriteStartArray("parameters"u8);
        foreach (var parameter in parameters)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, parameter.Name);
            json.WriteString("value"u8, parameter.Value);
            json.WriteFlag("excluded"u8, parameter.Excluded);
            json.WriteText("mode"u8, parameter.Mode);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
