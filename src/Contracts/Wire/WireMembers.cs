using System.Buffers.Text;
using System.Text.Json;

namespace TestFlock.Contracts;

/// <summary>
/// Members of the messages that travel once or more for every test, written and read by hand: the same JSON as the
/// generated code makes, at a part of its cost, and without the many generic types that each process would compile for
/// it first. What is null is left out, and nothing else: to the code generated for versions before, what is missing is
/// null.
/// </summary>
internal static class WireMembers
{
    private const int LongestTimeSpan = 32;

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, string? value)
    {
        if (value is null)
            return;
        writer.WritePropertyName(name);
        WireStringConverter.Write(writer, value);
    }

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, TimeSpan value)
    {
        Span<byte> text = stackalloc byte[LongestTimeSpan];
        Utf8Formatter.TryFormat(value, text, out var length, 'c');
        writer.WriteString(name, text[..length]);
    }

    /// <summary>The one value of a line.</summary>
    /// <exception cref="JsonException">There is none, or not one alone.</exception>
    public static T ReadLine<T>(ReadOnlySpan<byte> line, ReadItem<T> read)
    {
        var reader = new Utf8JsonReader(line);
        try
        {
            reader.Read();
            var value = read(ref reader);
            return reader.Read() ? throw new JsonException("Something follows on the same line.") : value;
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            // A number where a text should be, and the like.
            throw new JsonException(e.Message, e);
        }
    }

    /// <summary>Enters the object at which the reader stands.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static void Begin(in Utf8JsonReader reader, string what)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"A {what} is an object, not a {reader.TokenType}.");
    }

    /// <summary>Goes to the next member's name; false at the end of the object.</summary>
    public static bool Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <exception cref="JsonException">What stands there is no duration.</exception>
    public static TimeSpan ReadTimeSpan(ref Utf8JsonReader reader)
    {
        Span<byte> text = stackalloc byte[LongestTimeSpan];
        if (reader.TokenType == JsonTokenType.String && !reader.HasValueSequence
            && reader.ValueSpan.Length <= LongestTimeSpan)
        {
            text = text[..reader.CopyString(text)];
            if (Utf8Parser.TryParse(text, out TimeSpan value, out var read, 'c') && read == text.Length)
                return value;
        }

        throw new JsonException("A duration is text such as 00:00:01.5.");
    }

    /// <summary>The items of an array; none for null.</summary>
    /// <exception cref="JsonException">It is no array.</exception>
    public static IReadOnlyList<T> ReadList<T>(ref Utf8JsonReader reader, ReadItem<T> readItem)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return [];
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException($"An array is expected, not a {reader.TokenType}.");
        List<T>? items = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            (items ??= []).Add(readItem(ref reader));
        return items ?? (IReadOnlyList<T>)[];
    }

    /// <exception cref="JsonException">A member is missing that must be there.</exception>
    public static T Required<T>(T? value, string what, string member)
        where T : class => value ?? throw new JsonException($"A {what} without {member}.");
}

/// <summary>Reads one item, at whose first token the reader stands, to its last.</summary>
internal delegate T ReadItem<T>(ref Utf8JsonReader reader);
