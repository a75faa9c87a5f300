using TestFlock.Core.Packages;

namespace TestFlock.Packages.Running;

/// <summary>Finds the store that a run names.</summary>
public interface IPackageStores
{
    /// <param name="address">What the run's manifest says; null: the Redis that coordinates.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Stays open; is not to be disposed.</returns>
    /// <exception cref="PackageException">It cannot be opened.</exception>
    Task<IContentStore> OpenAsync(string? address, CancellationToken cancellationToken);
}
