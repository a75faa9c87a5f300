using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using TestFlock.Contracts;
using Trait = TestFlock.Contracts.Trait;

namespace TestFlock.Translation;

/// <summary>
/// A property's value in JSON: truth values and whole numbers as such, text and lists of text as such, pairs as traits,
/// all else as invariant text that keeps every digit.
/// </summary>
internal static class VsValueJson
{
    /// <exception cref="NotSupportedException">The value has no text form that can be read back.</exception>
    public static JsonElement Write(object value) => value switch
    {
        string text => JsonSerializer.SerializeToElement(text, WireJson.Default.String),
        string[] texts => JsonSerializer.SerializeToElement(texts, WireJson.Default.StringArray),
        KeyValuePair<string, string>[] pairs => JsonSerializer.SerializeToElement(
            Array.ConvertAll(pairs, p => new Trait { Name = p.Key ?? "", Value = p.Value ?? "" }),
            WireJson.Default.TraitArray),
        bool truth => JsonSerializer.SerializeToElement(truth, WireJson.Default.Boolean),
        sbyte or byte or short or ushort or int or uint or long =>
            JsonSerializer.SerializeToElement(
                Convert.ToInt64(value, CultureInfo.InvariantCulture),
                WireJson.Default.Int64),
        _ => JsonSerializer.SerializeToElement(ToText(value), WireJson.Default.String),
    };

    /// <exception cref="FormatException">The JSON holds no value of the type.</exception>
    public static object? Read(JsonElement value, Type type)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return null;
        if (type == typeof(string))
            return value.ValueKind is JsonValueKind.String or JsonValueKind.Object ? Text(value) : value.GetRawText();
        if (type == typeof(string[]))
            return value.EnumerateArray().Select(text => Text(text)!).ToArray();
        if (type == typeof(KeyValuePair<string, string>[]))
            return Pairs(value);
        return value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False =>
                Convert.ChangeType(value.GetBoolean(), type, CultureInfo.InvariantCulture),
            JsonValueKind.Number when type.IsEnum => Enum.ToObject(type, value.GetInt64()),
            JsonValueKind.Number => Convert.ChangeType(value.GetInt64(), type, CultureInfo.InvariantCulture),
            _ => FromText(Text(value) ?? "", type),
        };
    }

    private static KeyValuePair<string, string>[] Pairs(JsonElement value) =>
    [
        .. value.EnumerateArray().Select(pair => KeyValuePair.Create(
            Text(pair.GetProperty("name"))!, Text(pair.GetProperty("value"))!)),
    ];

    // Well-formed text without the generated code, which would be compiled in each test host for it.
    private static string? Text(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Null
        ? value.GetString()
        : value.Deserialize(WireJson.Default.String);

    // The framework's own converters drop fractions of a second; these forms keep every tick.
    private static string ToText(object value) => value switch
    {
        DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        TimeSpan duration => duration.ToString("c", CultureInfo.InvariantCulture),
        Uri uri => uri.OriginalString,
        Enum member => member.ToString("D"),
        _ => Converter(value.GetType()).ConvertToInvariantString(value) ?? "",
    };

    private static object? FromText(string text, Type type)
    {
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        if (type == typeof(DateTime))
            return DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        if (type == typeof(Uri))
            return new Uri(text, UriKind.RelativeOrAbsolute);
        return Converter(type).ConvertFromInvariantString(text);
    }

    private static TypeConverter Converter(Type type)
    {
        var converter = TypeDescriptor.GetConverter(type);
        return converter.CanConvertTo(typeof(string)) && converter.CanConvertFrom(typeof(string))
            ? converter
            : throw new NotSupportedException("has no text form that can be read back.");
    }
}
