using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TestFlock.Allure.Format;

/// <summary>
/// How the format is written: camel case, nothing null (one null array and Allure 2 makes no report at all), text as
/// it is.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AllureResult))]
[JsonSerializable(typeof(AllureGlobals))]
[JsonSerializable(typeof(AllureExecutor))]
[JsonSerializable(typeof(AllureCategory[]))]
[JsonSerializable(typeof(AllureStatusDetails))]
internal sealed partial class AllureJson : JsonSerializerContext
{
    public static AllureJson Compact { get; } = new(OptionsWith(indented: false));

    /// <summary>As <c>indentOutput</c> of the user's configuration wants it.</summary>
    public static AllureJson Indented { get; } = new(OptionsWith(indented: true));

    /// <summary>For what others wrote.</summary>
    public static JsonSerializerOptions Nodes { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static JsonSerializerOptions OptionsWith(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
    };
}
