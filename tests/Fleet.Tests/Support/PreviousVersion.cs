using TestFlock.Tests.Servers;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>The version before this one, which build/previous/install.sh has built.</summary>
public static class PreviousVersion
{
    private static readonly string Commit =
        File.ReadAllText(Path.Combine(RepositoryFolder.Path, "build", "previous", "commit")).Trim();

    private static readonly string Folder = Path.Combine(RepositoryFolder.Path, "artifacts", "previous", Commit);

    /// <summary>Its <c>testflock.dll</c>.</summary>
    public static string Program => Path.Combine(Folder, "src", "Agent", "bin", "Debug", "net10.0", "testflock.dll");

    /// <summary>A suite that was built with it.</summary>
    public static FleetSuite Suite { get; } =
        new(Path.Combine(Folder, "samples", "NUnit", "bin", "Debug", "net10.0", "Shop.NUnit.dll"));

    /// <summary>Null when it is there.</summary>
    public static string? WhyMissing => File.Exists(Path.Combine(Folder, "built"))
        ? null
        : $"The previous version, commit {Commit}, is not built here: run build/previous/install.sh, which needs a clone "
            + "with that commit.";
}
