using RabbitMQ.Client;
using TestFlock.Contracts;
using TestFlock.Core.Wire;

namespace TestFlock.RabbitMq.Messages;

/// <summary>
/// A message as the broker carries it: JSON, with its protocol versions outside, readable whatever the body's shape
/// will be.
/// </summary>
internal sealed record RabbitMqMessage(string Type, IVersioned Message, ReadOnlyMemory<byte> Body)
{
    public const string BatchType = "testflock.batch";
    public const string ReportType = "testflock.report";
    public const string ProtocolHeader = "testflock-protocol";
    public const string WriterHeader = "testflock-writer";

    public static RabbitMqMessage Of(Batch batch) => new(BatchType, batch, StrictJson.Write(batch));

    public static RabbitMqMessage Of(AgentReport report) => new(ReportType, report, StrictJson.Write(report));

    /// <summary>New ones for each try: the client library writes into them.</summary>
    public BasicProperties ToProperties() => new()
    {
        Persistent = true,
        ContentType = "application/json",
        Type = Type,
        Headers =
            new Dictionary<string, object?> { [ProtocolHeader] = Message.Protocol, [WriterHeader] = Message.Writer },
    };
}
