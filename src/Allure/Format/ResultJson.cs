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
        json.WriteList("labels"u8, result.Labels, static (json, label) =>
        {
            json.WriteString("name"u8, label.Name);
            json.WriteString("value"u8, label.Value);
        });
        json.WriteList("links"u8, result.Links, static (json, link) =>
        {
            json.WriteString("name"u8, link.Name);
            json.WriteString("url"u8, link.Url);
            json.WriteString("type"u8, link.Type);
        });
        json.WriteList("parameters"u8, result.Parameters, static (json, parameter) =>
        {
            json.WriteString("name"u8, parameter.Name);
            json.WriteString("value"u8, parameter.Value);
            json.WriteFlag("excluded"u8, parameter.Excluded);
            json.WriteText("mode"u8, parameter.Mode);
        });
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
}
