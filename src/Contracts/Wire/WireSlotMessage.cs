using System.Text.Json;

namespace TestFlock.Contracts;

/// <summary>What a slot tells a test process, on the wire.</summary>
internal static class WireSlotMessage
{
    private const string What = "message of a slot";

    /// <exception cref="JsonException">No message of a slot stands there.</exception>
    public static SlotMessage Read(ref Utf8JsonReader reader)
    {
        WireMembers.Begin(reader, What);
        if (!WireMembers.Next(ref reader) || !reader.ValueTextEquals("is"u8) || !reader.Read())
            throw new JsonException($"A {What} begins with \"is\".");
        if (reader.ValueTextEquals("run"u8))
            return ReadRun(ref reader);
        if (reader.ValueTextEquals("welcome"u8))
            return ReadWelcome(ref reader);
        if (reader.ValueTextEquals("watch"u8))
            return ReadWatch(ref reader);
        SlotMessage bare = reader.ValueTextEquals("stop"u8) ? new StopSelection()
            : reader.ValueTextEquals("end"u8) ? new EndHost()
            : throw new JsonException($"There is no {What} called '{reader.GetString()}'.");
        while (WireMembers.Next(ref reader))
            reader.Skip();
        return bare;
    }

    private static RunSelection ReadRun(ref Utf8JsonReader reader)
    {
        IReadOnlyList<TestCase>? cases = null;
        bool inTurn = false, stopsAtFailure = false;
        string? outputMark = null, traceParent = null;
        while (WireMembers.Next(ref reader))
        {
            if (reader.ValueTextEquals("cases"u8) && reader.Read())
                cases = WireMembers.ReadList(ref reader, WireTestCaseConverter.Read);
            else if (reader.ValueTextEquals("inTurn"u8) && reader.Read())
                inTurn = reader.GetBoolean();
            else if (reader.ValueTextEquals("stopsAtFailure"u8) && reader.Read())
                stopsAtFailure = reader.GetBoolean();
            else if (reader.ValueTextEquals("outputMark"u8) && reader.Read())
                outputMark = WireStringConverter.Read(ref reader);
            else if (reader.ValueTextEquals("traceParent"u8) && reader.Read())
                traceParent = WireStringConverter.Read(ref reader);
            else
                reader.Skip();
        }

        return new RunSelection
        {
            Cases = WireMembers.Required(cases, What, "cases"),
            InTurn = inTurn,
            StopsAtFailure = stopsAtFailure,
            OutputMark = outputMark,
            TraceParent = traceParent,
        };
    }

    private static SlotWelcome ReadWelcome(ref Utf8JsonReader reader)
    {
        int writer = 0, protocol = 0;
        string? settingsXml = null;
        while (WireMembers.Next(ref reader))
        {
            if (reader.ValueTextEquals("writer"u8) && reader.Read())
                writer = reader.GetInt32();
            else if (reader.ValueTextEquals("protocol"u8) && reader.Read())
                protocol = reader.GetInt32();
            else if (reader.ValueTextEquals("settingsXml"u8) && reader.Read())
                settingsXml = WireStringConverter.Read(ref reader);
            else
                reader.Skip();
        }

        return new SlotWelcome { Writer = writer, Protocol = protocol, SettingsXml = settingsXml };
    }

    private static WatchProcess ReadWatch(ref Utf8JsonReader reader)
    {
        int? processId = null;
        while (WireMembers.Next(ref reader))
        {
            if (reader.ValueTextEquals("processId"u8) && reader.Read())
                processId = reader.GetInt32();
            else
                reader.Skip();
        }

        return new WatchProcess { ProcessId = processId ?? throw new JsonException($"A {What} without a processId.") };
    }
}
