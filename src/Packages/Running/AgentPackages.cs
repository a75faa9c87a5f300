using TestFlock.Contracts;
using TestFlock.Core.Packages;
using TestFlock.Packages.Cache;
using TestFlock.Packages.Nuget;

namespace TestFlock.Packages.Running;

/// <summary>Everything that runs need of packages on one agent.</summary>
public sealed class AgentPackages
{
    private readonly RunLayouts _layouts;
    private readonly SharedFolder _shared = new();

    /// <param name="cache">Where packages are kept; stays the caller's to dispose, after every runner.</param>
    /// <param name="stores">Where they come from.</param>
    /// <param name="nuget">Where published ones come from.</param>
    /// <param name="time">To tell what is idle.</param>
    public AgentPackages(PackageCache cache, IPackageStores stores, NugetPackages nuget, TimeProvider time) =>
        (_layouts, Stores) = (new RunLayouts(cache, stores, nuget, time), stores);

    internal IPackageStores Stores { get; }

    /// <summary>Makes sure that everything the run's tests are in is here.</summary>
    /// <exception cref="PackageException">It cannot be had, or is not what it should be.</exception>
    internal async Task<PackagesInUse> EnterAsync(RunManifest manifest, CancellationToken cancellationToken)
    {
        var use = new PackagesInUse();
        try
        {
            foreach (var package in manifest.Packages)
            {
                switch (package.Origin)
                {
                    case PackageOrigin.Shared:
                        await _shared.CheckAsync(package, cancellationToken);
                        break;
                    case PackageOrigin.Upload:
                    case PackageOrigin.Nuget:
                        var folder = await _layouts.EnterAsync(manifest, package, cancellationToken);
                        use.Add(new Relocation(package.Folder, folder), () => _layouts.Leave(manifest, package));
                        break;
                    default:
                        throw new PackageException($"This agent knows no package source {package.Origin}. Upgrade it.");
                }
            }

            return use;
        }
        catch
        {
            use.Dispose();
            throw;
        }
    }
}
