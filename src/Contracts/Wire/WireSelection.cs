using System.Text.Json;

namespace TestFlock.Contracts;

/// <summary>The file of a selection.</summary>
internal static class WireSelection
{
    private const string What = "selection";

    /// <exception cref="JsonException">No selection stands there.</exception>
    public static Selection Read(ref Utf8JsonReader reader)
    {
        WireMembers.Begin(reader, What);
        int writer = 0, protocol = 0;
        IReadOnlyList<TestCase>? cases = null;
        var stopsAtFailure = false;
        while (WireMembers.Next(ref reader))
        {
            if (reader.ValueTextEquals("writer"u8) && reader.Read())
                writer = reader.GetInt32();
            else if (reader.ValueTextEquals("protocol"u8) && reader.Read())
                protocol = reader.GetInt32();
            else if (reader.ValueTextEquals("cases"u8) && reader.Read())
                cases = WireMembers.ReadList(ref reader, WireTestCaseConverter.Read);
            else if (reader.ValueTextEquals("stopsAtFailure"u8) && reader.Read())
                stopsAtFailure = reader.GetBoolean();
            else
                reader.Skip();
        }

        return new Selection
        {
            Writer = writer,
            Protocol = protocol,
            Cases = WireMembers.Required(cases, What, "cases"),
            StopsAtFailure = stopsAtFailure,
        };
    }
}
