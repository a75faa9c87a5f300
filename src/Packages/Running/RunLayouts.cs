using TestFlock.Contracts;
using TestFlock.Core.Packages;
using TestFlock.Packages.Cache;
using TestFlock.Packages.Nuget;

namespace TestFlock.Packages.Running;

/// <summary>
/// The packages that are laid out for runs: one for each run and folder, shared by all slots, removed when it is idle.
/// </summary>
internal sealed class RunLayouts(PackageCache cache, IPackageStores stores, NugetPackages nuget, TimeProvider time)
{
    // A run's next batch may come after a while; laid out anew it costs a fraction of a second.
    private static readonly TimeSpan KeptIdle = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<(RunId Run, string Folder), Layout> _layouts = []; // guarded by _gate

    /// <summary>Fetches what is missing, and keeps the lay-out until <see cref="Leave"/>.</summary>
    /// <exception cref="PackageException">It cannot be had.</exception>
    public async Task<string> EnterAsync(RunManifest manifest, RunPackage package, CancellationToken cancellationToken)
    {
        var key = (manifest.Run, package.Folder);
        Layout layout;
        lock (_gate)
        {
            RemoveIdle();
            if (!_layouts.TryGetValue(key, out layout!))
                _layouts[key] = layout = new Layout(
                    Task.Run(() => LayOutAsync(manifest, package), CancellationToken.None));
            layout.Users++;
        }

        try
        {
            return (await layout.Ready.WaitAsync(cancellationToken)).Folder;
        }
        catch
        {
            Leave(manifest, package);
            throw;
        }
    }

    public void Leave(RunManifest manifest, RunPackage package)
    {
        lock (_gate)
        {
            var key = (manifest.Run, package.Folder);
            if (!_layouts.TryGetValue(key, out var layout))
                return;
            layout.Users--;
            layout.Left = time.GetTimestamp();

            // Whoever comes next tries anew.
            if (layout is { Users: 0, Ready.IsFaulted: true })
                _layouts.Remove(key);
        }
    }

    private async Task<LaidOutPackage> LayOutAsync(RunManifest manifest, RunPackage package)
    {
        if (package is { Origin: PackageOrigin.Nuget, Id: { } id, Version: { } version, Assembly: { } assembly })
        {
            using var restored = await nuget.RestoreAsync(id, version, package.Feed, CancellationToken.None);
            return cache.LayOutCopy(PackagedAssembly.FindFolder(restored.Folder, assembly, $"{id} {version}"));
        }

        if (!ContentHash.TryParse(package.Identity, out var identity))
        {
            throw new PackageException($"The run names no package: '{package.Identity}' is no SHA-256.")
            {
                IsOfPackage = true,
            };
        }

        var store = await stores.OpenAsync(manifest.Store, CancellationToken.None);
        return await cache.LayOutAsync(identity, store, CancellationToken.None);
    }

    private void RemoveIdle()
    {
        var idle = _layouts
            .Where(l => l.Value is { Users: 0, Ready.IsCompletedSuccessfully: true }
                && time.GetElapsedTime(l.Value.Left) > KeptIdle)
            .ToArray();
        foreach (var (key, layout) in idle)
        {
            _layouts.Remove(key);
            var package = layout.Ready.Result;
            cache.Remove(
                package, !_layouts.Values.Any(l => !l.Ready.IsCompletedSuccessfully
                    || l.Ready.Result.Contents?.Identity == package.Contents?.Identity));
        }
    }

    private sealed class Layout(Task<LaidOutPackage> ready)
    {
        public Task<LaidOutPackage> Ready { get; } = ready;

        public int Users { get; set; }

        public long Left { get; set; }
    }
}
