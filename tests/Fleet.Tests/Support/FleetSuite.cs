using TestFlock.Tests.Servers;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>A built suite.</summary>
/// <param name="Assembly">Full path.</param>
public sealed record FleetSuite(string Assembly)
{
    /// <summary>Tests that wait, and write down where they run.</summary>
    public static FleetSuite Waiting { get; } = new(At("tests/Fleet.Suite/bin", "Fleet.Suite.dll"));

    /// <summary>Tests that tell what they find around them, and leave files.</summary>
    public static FleetSuite Surroundings { get; } = new(At("tests/Fleet.Surroundings/bin", "Fleet.Surroundings.dll"));

    /// <summary>One test for each thing that a report tells.</summary>
    public static FleetSuite Reported { get; } = new(At("tests/Allure.Suite/bin", "Allure.Suite.dll"));

    /// <param name="framework">NUnit, XunitV2, XunitV3 or MSTest.</param>
    public static FleetSuite Sample(string framework) => new(At($"samples/{framework}/bin", $"Shop.{framework}.dll"));

    /// <summary>The same output in another folder that nobody but this user can look into.</summary>
    public FleetSuite CopyTo(string folder)
    {
        var output = Path.GetDirectoryName(Assembly)!;
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var file in Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(output, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return new FleetSuite(Path.Combine(folder, Path.GetFileName(Assembly)));
    }

    private static string At(string bin, string file) =>
        Path.Combine(RepositoryFolder.Path, bin, BuildConfiguration.Name, "net10.0", file);
}
