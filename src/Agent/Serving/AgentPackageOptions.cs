using TestFlock.Core.Packages;
using TestFlock.Packages.Cache;

namespace TestFlock.Agent.Serving;

/// <summary>Where an agent's test packages come from and are kept.</summary>
/// <param name="CacheFolder">Full path; several agents of one user may share it.</param>
/// <param name="Bounds">What the cache may hold beside what is in use.</param>
/// <param name="Stores">Addresses with users, for runs that name the same places without.</param>
internal sealed record AgentPackageOptions(string CacheFolder, CacheBounds Bounds, IReadOnlyList<StoreAddress> Stores)
{
    /// <summary>Without stores: they may hold secrets.</summary>
    public override string ToString() => CacheFolder;
}
