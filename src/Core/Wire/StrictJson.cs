using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TestFlock.Core.Wire;

/// <summary>
/// The wire's JSON, read strictly: a broker's queue and a Redis are open to whoever has the password, so what the types
/// call never null must not be, and is refused here instead of failing somewhere behind.
/// </summary>
public static class StrictJson
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RefuseNullElements } },
    };

    public static byte[] Write<T>(T message) => JsonSerializer.SerializeToUtf8Bytes(message, Strict);

    /// <exception cref="InvalidDataException">The bytes hold no such message.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Strict) ?? throw new JsonException("It is null.");
        }
        catch (Exception e) when (e is JsonException or FormatException or NotSupportedException)
        {
            throw new InvalidDataException($"no {typeof(T).Name}: {e.Message}", e);
        }
    }

    private static void RefuseNullElements(JsonTypeInfo type)
    {
        if (type is { Kind: JsonTypeInfoKind.Enumerable, ElementType.IsValueType: false })
            type.OnDeserialized = list => RefuseNull(((IEnumerable)list).Cast<object?>());
        if (type.Kind == JsonTypeInfoKind.Dictionary)
            type.OnDeserialized = map => RefuseNull(((IDictionary)map).Values.Cast<object?>());
    }

    private static void RefuseNull(IEnumerable<object?> elements)
    {
        if (elements.Contains(null))
            throw new JsonException("A list holds null.");
    }
}
