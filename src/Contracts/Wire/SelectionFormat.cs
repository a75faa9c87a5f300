using System.Text.Json;

namespace TestFlock.Contracts;

/// <summary>The file of a selection: written by generated code, read in the test process by hand.</summary>
internal sealed class SelectionFormat : WireFormat<Selection>
{
    private const string What = "selection";

    public override void Write(Utf8JsonWriter writer, Selection selection) =>
        JsonSerializer.Serialize(writer, selection, WireJson.Default.Selection);

    public override Selection Read(ReadOnlySpan<byte> line) => WireMembers.ReadLine(line, ReadSelection);

    private static Selection ReadSelection(ref Utf8JsonReader reader)
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
