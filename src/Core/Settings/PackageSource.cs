namespace TestFlock.Core.Settings;

/// <summary>How an agent comes by the test assembly.</summary>
public enum PackageSource
{
    /// <summary>From the path where the caller has it: nothing is copied, every machine must see that path.</summary>
    Shared,

    /// <summary>
    /// From a store that the coordinator uploads to: no shared disk, the first run costs the transfer.
    /// </summary>
    Upload,

    /// <summary>From a NuGet feed: exactly what was published, and only that.</summary>
    Nuget,
}
