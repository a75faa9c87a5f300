using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>Where an agent finds the test assemblies.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PackageOrigin>))]
public enum PackageOrigin
{
    /// <summary>At the caller's path, which all machines see.</summary>
    Shared,

    /// <summary>In the run's store, where the coordinator put what it lacked.</summary>
    Upload,

    /// <summary>In a NuGet feed.</summary>
    Nuget,
}
