using TestFlock.Tests.Servers;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>A built suite.</summary>
/// <param name="Assembly">Full path.</param>
public sealed record FleetSuite(string Assembly)
{
    /// <summary>Tests that wait, and write down where they run.</summary>
    public static FleetSuite Waiting { get; } = new(At("tests/Fleet.Suite/bin", "Fleet.Suite.dll"));

    /// <param name="framework">NUnit, XunitV2, XunitV3 or MSTest.</param>
    public static FleetSuite Sample(string framework) => new(At($"samples/{framework}/bin", $"Shop.{framework}.dll"));

    private static string At(string bin, string file) =>
        Path.Combine(RepositoryFolder.Path, bin, BuildConfiguration.Name, "net10.0", file);
}
