using TestFlock.Core.Transport;

namespace TestFlock.Redis.Agents;

/// <summary>What the server granted.</summary>
/// <param name="Token">The lease's name on the server, and its fencing number.</param>
/// <param name="Slot">From 1.</param>
/// <param name="Queue">Where to take the batch.</param>
/// <param name="RequirementsNumber">The server's number for the queue's requirements.</param>
/// <param name="Environment">Empty when no environment bounds the run.</param>
internal sealed record LeaseGrant(
    string Token, int Slot, QueueName Queue, string RequirementsNumber, string Environment);
