using TestFlock.Core.Packages;

namespace TestFlock.Core.Settings;

/// <summary>How an agent comes by the test assembly.</summary>
public sealed record PackageOptions
{
    /// <summary>Default: shared.</summary>
    public PackageSource Source { get; init; } = PackageSource.Shared;

    /// <summary>
    /// Where uploaded content and attachments wait for whoever needs them; default: the Redis that coordinates, which
    /// costs nothing to install and keeps everything in memory.
    /// </summary>
    public StoreAddress Store { get; init; } = StoreAddress.Redis;

    /// <summary>
    /// What of the test output stays out of an upload; default: nothing but what no agent ever needs.
    /// </summary>
    public IReadOnlyList<PathPattern> Exclude { get; init; } = [];

    /// <summary>The package's id; with <see cref="PackageSource.Nuget"/> only, and required there.</summary>
    public string? Id { get; init; }

    /// <summary>The exact version; with <see cref="PackageSource.Nuget"/> only, and required there.</summary>
    public string? Version { get; init; }

    /// <summary>The feed's address or folder; null: the agent's own NuGet configuration.</summary>
    public string? Feed { get; init; }
}
