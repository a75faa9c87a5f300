using System.Diagnostics.CodeAnalysis;
using RabbitMQ.Client;
using TestFlock.Contracts;
using TestFlock.Core.Transport;
using TestFlock.Core.Wire;

namespace TestFlock.RabbitMq.Messages;

/// <summary>Reads what a queue delivered, trusting nothing of it.</summary>
internal sealed class RabbitMqReader(int longestMessage)
{
    public bool TryReadBatch(
        QueueName queue, DeliveredMessage delivered, [NotNullWhen(true)] out Batch? batch, [NotNullWhen(false)] out Unreadable? why)
    {
        if (!TryRead(delivered, b => b.Protocol, out batch, out why))
            return false;
        why = (batch.Run, batch.Requirements) != (queue.Run, queue.Requirements)
            ? new Unreadable(SetAsideReason.Foreign, $"a batch of {new QueueName(batch.Run, batch.Requirements)}")
            : batch.Units.Count == 0 || batch.Units.Any(u => u.Attempts.Count == 0)
                ? new Unreadable(SetAsideReason.Malformed, "a batch or unit without a test")
                : null;
        return why is null;
    }

    public bool TryReadReport(
        RunId run, DeliveredMessage delivered, [NotNullWhen(true)] out AgentReport? report, [NotNullWhen(false)] out Unreadable? why)
    {
        if (!TryRead(delivered, r => r.Protocol, out report, out why))
            return false;
        why = report.Run != run ? new Unreadable(SetAsideReason.Foreign, $"a report about run {report.Run}") : null;
        return why is null;
    }

    private bool TryRead<T>(
        DeliveredMessage delivered,
        Func<T, int> protocolOf,
        [NotNullWhen(true)] out T? message,
        [NotNullWhen(false)] out Unreadable? why)
        where T : class
    {
        message = null;
        why = delivered.Length > longestMessage
            ? new Unreadable(SetAsideReason.Oversized, $"{delivered.Length:N0} bytes, at most {longestMessage:N0} are read")
            : RefuseProtocol(HeaderProtocol(delivered.Properties));
        if (why is not null)
            return false;

        try
        {
            message = StrictJson.Read<T>(delivered.Body.Span);
            why = RefuseProtocol(protocolOf(message));
        }
        catch (InvalidDataException e)
        {
            why = new Unreadable(SetAsideReason.Malformed, e.Message);
        }

        return why is null;
    }

    private static Unreadable? RefuseProtocol(int? version) =>
        version is not { } stated || ProtocolVersion.IsSupported(stated)
            ? null
            : new Unreadable(SetAsideReason.OtherProtocol, ProtocolVersion.Refusal("its sender", stated));

    private static int? HeaderProtocol(IReadOnlyBasicProperties properties) =>
        properties.Headers?.TryGetValue(RabbitMqMessage.ProtocolHeader, out var value) == true && value is int version
            ? version
            : null;
}
