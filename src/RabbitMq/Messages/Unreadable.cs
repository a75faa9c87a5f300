namespace TestFlock.RabbitMq.Messages;

/// <summary>Why a message could not be taken, for the counter and for a person.</summary>
internal sealed record Unreadable(SetAsideReason Reason, string Detail);
