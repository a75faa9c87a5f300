using Microsoft.Extensions.Logging;
using TestFlock.Core.Coordination;
using TestFlock.Core.Packages;
using TestFlock.Core.Servers;
using TestFlock.Packages.Running;
using TestFlock.Packages.Stores;
using TestFlock.Redis;
using TestFlock.Redis.Packages;

namespace TestFlock.Agent.Packages;

/// <summary>The stores that this process uses, each opened when it is first needed.</summary>
/// <param name="redis">How to reach the Redis that coordinates.</param>
/// <param name="own">Addresses that this process knows user and password of.</param>
/// <param name="watcher">Hears of outages of Redis.</param>
/// <param name="time">The clock.</param>
/// <param name="loggers">The process's log.</param>
internal sealed class PackageStores(
    RedisOptions redis,
    IReadOnlyList<StoreAddress> own,
    IServerWatcher watcher,
    TimeProvider time,
    ILoggerFactory loggers)
    : IPackageStores, IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, IContentStore> _open = []; // by address; guarded by _gate

    public async Task<IContentStore> OpenAsync(string? address, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_open.TryGetValue(address ?? "", out var store))
                _open[address ?? ""] = store = await CreateAsync(address, cancellationToken);
            return store;
        }
        catch (CoordinationException e)
        {
            throw new PackageException($"The package store cannot be opened: {e.Message}", e);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _open.Values)
            await store.DisposeAsync();
        _gate.Dispose();
    }

    private async Task<IContentStore> CreateAsync(string? address, CancellationToken cancellationToken)
    {
        if (address is null)
        {
            return await RedisContentStore.OpenAsync(
                redis with { ClientName = redis.ClientName + "-packages" },
                new RedisContentOptions(), watcher, time, loggers, cancellationToken);
        }

        if (!StoreAddress.TryParse(address, out var named))
        {
            throw new PackageException($"The run names a package store that is none: '{address}'. Upgrade this side.")
            {
                IsOfPackage = true,
            };
        }

        var known = own.FirstOrDefault(o => o.IsSamePlace(named)) ?? named;
        return known.Web is { } web
            ? new HttpContentStore(web, time)
            : new DirectoryContentStore(known.Directory!, time);
    }
}
