using System.Text.Json;

namespace TestFlock.Contracts;

/// <summary>
/// Texts that come again with every test, such as the names of properties and the path of an assembly: read once, and
/// the same string from then on. Not the tests' own texts, which would only push each other out.
/// </summary>
internal static class KnownTexts
{
    // A direct-mapped cache without locks: who loses a race, or a place, makes a string anew.
    private static readonly string?[] _texts = new string?[256];

    /// <summary>The text at which the reader stands.</summary>
    public static string? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || reader.HasValueSequence)
            return WireStringConverter.Read(ref reader);
        ref var place = ref _texts[PlaceOf(reader.ValueSpan)];
        if (place is { } known && reader.ValueTextEquals(known))
            return known;
        return place = reader.GetString();
    }

    // Neighbours among names and paths differ in length, or at their ends.
    private static int PlaceOf(ReadOnlySpan<byte> text)
    {
        var hash = (uint)text.Length;
        foreach (var unit in text[Math.Max(0, text.Length - 16)..])
            hash = (hash * 31) + unit;
        return (int)(hash % 256);
    }
}
