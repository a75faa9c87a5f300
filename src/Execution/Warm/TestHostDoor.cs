using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace TestFlock.Execution.Warm;

/// <summary>
/// The test platform's side of the connection to one test host, as far as a warm host needs it: agree on a protocol,
/// start one run of the assembly, and later say good-bye. The run is our adapter's, which takes its work from the
/// slot, so of all that the test host tells here only its end is of interest.
/// </summary>
/// <remarks>
/// Messages are UTF-8 JSON behind their length in seven-bit groups, as <c>BinaryWriter.Write(string)</c> makes them;
/// version 7 of the protocol is spoken by Microsoft.NET.Test.Sdk 17.4 and later, and older test hosts answer with a
/// lower one, which says the same in the messages used here.
/// </remarks>
internal sealed class TestHostDoor : IDisposable
{
    private const int ProtocolVersion = 7;
    private const string AdapterFile = "TestFlock.TestAdapter.dll";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private TcpClient? _client;

    public TestHostDoor() => _listener.Start(backlog: 1);

    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>Waits for the test host, and starts its run.</summary>
    /// <exception cref="IOException">The test host broke the connection off, or speaks another protocol.</exception>
    public async Task StartRunAsync(string source, string settingsXml, CancellationToken cancellationToken)
    {
        _client = await _listener.AcceptTcpClientAsync(cancellationToken);
        _listener.Stop();
        _client.NoDelay = true;
        await SendAsync("ProtocolVersion", null, w => w.WriteNumberValue(ProtocolVersion), cancellationToken);
        var version = await ReceiveVersionAsync(cancellationToken);
        await SendAsync("TestExecution.Initialize", version, w => WriteExtensions(w, source), cancellationToken);
        await SendAsync(
            "TestExecution.StartWithSources", version, w => WriteCriteria(w, source, settingsXml), cancellationToken);
    }

    /// <summary>Reads what the test host tells; returns when it has closed, or has ended its run.</summary>
    /// <param name="said">Takes what it says to people, which is little: complaints of the platform's own.</param>
    /// <param name="cancellationToken">The test host is gone.</param>
    public async Task WaitForEndAsync(Action<string> said, CancellationToken cancellationToken)
    {
        while (await ReceiveAsync(cancellationToken) is { } received)
        {
            using var message = received;
            switch (message.RootElement.GetProperty("MessageType").GetString())
            {
                case "TestExecution.Completed":
                    return;
                case "TestSession.Message":
                    said(message.RootElement.GetProperty("Payload").GetProperty("Message").GetString() ?? "");
                    break;
            }
        }
    }

    /// <summary>Tells the test host to end itself.</summary>
    public Task SayGoodbyeAsync(CancellationToken cancellationToken) =>
        SendAsync("TestSession.Terminate", null, w => w.WriteNullValue(), cancellationToken);

    public void Dispose()
    {
        _client?.Dispose();
        _listener.Dispose();
    }

    // The test host loads what it is told, and looks for nothing by itself.
    private static void WriteExtensions(Utf8JsonWriter writer, string source)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(Path.Combine(Path.GetDirectoryName(source)!, AdapterFile));
        writer.WriteEndArray();
    }

    private static void WriteCriteria(Utf8JsonWriter writer, string source, string settingsXml)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("AdapterSourceMap");
        writer.WriteStartArray("_none_");
        writer.WriteStringValue(source);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteString("RunSettings", settingsXml);
        writer.WriteStartObject("TestExecutionContext");
        writer.WriteNumber("FrequencyOfRunStatsChangeEvent", 10);
        writer.WriteString("RunStatsChangeEventTimeout", "00:00:01.5000000");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private async Task SendAsync(
        string messageType, int? version, Action<Utf8JsonWriter> writePayload, CancellationToken cancellationToken)
    {
        var json = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            if (version is { } agreed)
                writer.WriteNumber("Version", agreed);
            writer.WriteString("MessageType", messageType);
            writer.WritePropertyName("Payload");
            writePayload(writer);
            writer.WriteEndObject();
        }

        var framed = new MemoryStream();
        await using (var frame = new BinaryWriter(framed, Encoding.UTF8, leaveOpen: true))
        {
            frame.Write7BitEncodedInt(json.WrittenCount);
            frame.Write(json.WrittenSpan);
        }

        await Stream().WriteAsync(framed.GetBuffer().AsMemory(0, (int)framed.Length), cancellationToken);
    }

    private async Task<int> ReceiveVersionAsync(CancellationToken cancellationToken)
    {
        using var message = await ReceiveAsync(cancellationToken)
            ?? throw new IOException("The test host closed the connection before its first word.");
        return message.RootElement.GetProperty("MessageType").GetString() == "ProtocolVersion"
            ? message.RootElement.GetProperty("Payload").GetInt32()
            : throw new IOException(
                $"The test host refuses protocol {ProtocolVersion}: {message.RootElement.GetRawText()}");
    }

    private async Task<JsonDocument?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = await ReadLengthAsync(cancellationToken);
        if (length is null)
            return null;
        var bytes = new byte[length.Value];
        await Stream().ReadExactlyAsync(bytes, cancellationToken);
        return JsonDocument.Parse(bytes);
    }

    private async Task<int?> ReadLengthAsync(CancellationToken cancellationToken)
    {
        var one = new byte[1];
        for (int length = 0, shift = 0; ; shift += 7)
        {
            if (await Stream().ReadAsync(one, cancellationToken) == 0)
                return null;
            length |= (one[0] & 0x7F) << shift;
            if ((one[0] & 0x80) == 0)
                return length;
        }
    }

    private NetworkStream Stream() =>
        _client?.GetStream() ?? throw new InvalidOperationException("The test host has not connected yet.");
}
