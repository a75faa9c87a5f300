using System.Diagnostics.CodeAnalysis;
using RabbitMQ.Client;
using TestFlock.Contracts;
using TestFlock.Core.Transport;
using TestFlock.Core.Wire;

namespace TestFlock.RabbitMq.Messages;

/// <summary>Reads what a queue delivered, trusting nothing of it.</summary>
internal sealed class RabbitMqReader(RabbitMqOptions options)
{
    public bool TryReadBatch(
        QueueName queue,
        DeliveredMessage delivered,
        [NotNullWhen(true)] out Batch? batch,
        [NotNullWhen(false)] out Unreadable? why)
    {
        if (!TryRead(delivered, out batch, out why))
            return false;
        why = (batch.Run, batch.Requirements) != (queue.Run, queue.Requirements)
            ? new Unreadable(SetAsideReason.Foreign, $"a batch of {new QueueName(batch.Run, batch.Requirements)}")
            : batch.Units.Count == 0 || batch.Units.Any(u => u.Attempts.Count == 0)
                ? new Unreadable(SetAsideReason.Malformed, "a batch or unit without a test")
                : null;
        return why is null;
    }

    public bool TryReadReport(
        RunId run,
        DeliveredMessage delivered,
        [NotNullWhen(true)] out AgentReport? report,
        [NotNullWhen(false)] out Unreadable? why)
    {
        if (!TryRead(delivered, out report, out why))
            return false;
        why = report.Run != run ? new Unreadable(SetAsideReason.Foreign, $"a report about run {report.Run}") : null;
        return why is null;
    }

    private bool TryRead<T>(
        DeliveredMessage delivered,
        [NotNullWhen(true)] out T? message,
        [NotNullWhen(false)] out Unreadable? why)
        where T : class, IVersioned
    {
        message = null;
        why = delivered.Length > options.LongestMessage
            ? new Unreadable(SetAsideReason.Oversized,
                $"{delivered.Length:N0} bytes, at most {options.LongestMessage:N0} are read")
            : RefuseProtocol(delivered.Properties);
        if (why is not null)
            return false;

        try
        {
            message = StrictJson.Read<T>(delivered.Body.Span);
            why = RefuseProtocol(message.Writer, message.Protocol);
        }
        catch (InvalidDataException e)
        {
            why = new Unreadable(SetAsideReason.Malformed, e.Message);
        }

        return why is null;
    }

    private Unreadable? RefuseProtocol(IReadOnlyBasicProperties properties)
    {
        if (Header(properties, RabbitMqMessage.ProtocolHeader) is not { } protocol)
            return null;
        return RefuseProtocol(Header(properties, RabbitMqMessage.WriterHeader) ?? protocol, protocol);
    }

    private Unreadable? RefuseProtocol(int writer, int protocol) => options.Understood.Understands(writer, protocol)
        ? null
        : new Unreadable(SetAsideReason.OtherProtocol, options.Understood.Refusal("its sender", writer, protocol));

    private static int? Header(IReadOnlyBasicProperties properties, string name) =>
        properties.Headers?.TryGetValue(name, out var value) == true && value is int version ? version : null;
}
