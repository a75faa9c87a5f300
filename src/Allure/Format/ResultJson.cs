using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TestFlock.Allure.Format;

/// <summary>Makes the text of results, one after the other in the same memory: a run has tens of thousands.</summary>
/// <param name="indented">As <c>indentOutput</c> of the user's configuration wants it.</param>
internal sealed class ResultJson(bool indented)
{
    // What the source generator wrote for this type, without the serializer around it.
    private static readonly Action<Utf8JsonWriter, AllureResult> Serialize =
        AllureJson.Compact.AllureResult.SerializeHandler!;

    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly JsonWriterOptions _options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = indented,
    };

    /// <returns>In UTF-8; holds until the next one.</returns>
    public ReadOnlySpan<byte> Write(AllureResult result)
    {
        _text.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_text, _options))
            Serialize(writer, result);
        return _text.WrittenSpan;
    }
}
