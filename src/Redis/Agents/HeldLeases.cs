using System.Collections.Concurrent;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;

namespace TestFlock.Redis.Agents;

/// <summary>The leases that this agent holds now.</summary>
internal sealed class HeldLeases
{
    private readonly ConcurrentDictionary<string, RedisSlotLease> _leases = new();

    public IReadOnlyList<RedisSlotLease> All => [.. _leases.Values];

    public void Add(RedisSlotLease lease) => _leases[lease.Grant.Token] = lease;

    /// <returns>False when it was not held any more.</returns>
    public bool Remove(RedisSlotLease lease) => _leases.TryRemove(lease.Grant.Token, out _);

    /// <summary>Others want what the lease's batch has not begun; nothing when it is not held any more.</summary>
    public void AskBack(string token)
    {
        if (_leases.TryGetValue(token, out var lease))
            lease.AskBack();
    }

    public void LoseOf(RunId run, LeaseLoss why)
    {
        foreach (var lease in _leases.Values.Where(l => l.Queue.Run == run))
            lease.Lose(why);
    }
}
