using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TestFlock.Execution.Secrets;

/// <summary>Masks secrets in the texts of a JSON document, however it writes their characters.</summary>
internal static class MaskedJson
{
    private static readonly JsonSerializerOptions AsPeopleWrite = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="secrets">What is masked.</param>
    /// <param name="document">UTF-8. What is no sound JSON is masked as plain text.</param>
    public static byte[] Hide(SecretValues secrets, byte[] document)
    {
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(Hide(secrets, JsonNode.Parse(document)), AsPeopleWrite);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return Encoding.UTF8.GetBytes(secrets.Hide(Encoding.UTF8.GetString(document)));
        }
    }

    private static JsonNode? Hide(SecretValues secrets, JsonNode? node) => node switch
    {
        JsonObject parts => new JsonObject(parts.Select(p => KeyValuePair.Create(p.Key, Hide(secrets, p.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => Hide(secrets, item))]),
        JsonValue value when value.TryGetValue(out string? text) => JsonValue.Create(secrets.Hide(text)),
        _ => node?.DeepClone(),
    };
}
