using System.Text.Json;

namespace TestFlock.Allure.Format;

/// <summary>Makes the text of what is of the run and of no test; in UTF-8.</summary>
internal static class RunJson
{
    public static byte[] Write(AllureExecutor executor) => Write(indented: true, json =>
    {
        json.WriteStartObject();
        json.WriteString("name"u8, executor.Name);
        json.WriteString("type"u8, executor.Type);
        json.WriteText("url"u8, executor.Url);
        if (executor.BuildOrder is { } order)
            json.WriteNumber("buildOrder"u8, order);
        json.WriteText("buildName"u8, executor.BuildName);
        json.WriteText("buildUrl"u8, executor.BuildUrl);
        json.WriteText("reportName"u8, executor.ReportName);
        json.WriteEndObject();
    });

    public static byte[] Write(IReadOnlyList<AllureCategory> categories) => Write(
        indented: true,
        json => json.WriteList(categories, static (json, category) =>
        {
            json.WriteString("name"u8, category.Name);
            json.WriteText("messageRegex"u8, category.MessageRegex);
            json.WriteTexts("matchedStatuses"u8, category.MatchedStatuses);
            json.WriteFlag("flaky"u8, category.Flaky);
        }));

    public static byte[] Write(AllureGlobals globals) => Write(indented: false, json =>
    {
        json.WriteStartObject();
        json.WriteAttachments(globals.Attachments);
        json.WriteList("errors"u8, globals.Errors, static (json, error) =>
        {
            json.WriteString("message"u8, error.Message);
            json.WriteString("trace"u8, error.Trace);
        });
        json.WriteEndObject();
    });

    private static byte[] Write(bool indented, Action<Utf8JsonWriter> write)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, AllureJson.OptionsWith(indented)))
            write(json);
        return text.ToArray();
    }
}
