namespace TestFlock.Acceptance.Tests.Support;

/// <summary>The product's packages, packed once for all tests of this process, in a feed of their own.</summary>
public sealed class PackedProduct
{
    public const string Version = "0.0.0-acceptance";

    private static readonly Lazy<Task<PackedProduct>> Packed = new(PackAsync);

    private PackedProduct(string feed, IReadOnlyDictionary<string, string> environment)
    {
        Feed = feed;
        Environment = environment;
    }

    public static Task<PackedProduct> Instance => Packed.Value;

    /// <summary>The folder that holds the packages.</summary>
    public string Feed { get; }

    /// <summary>
    /// Makes a restore put packages into a folder of these tests, where ours of an earlier run is deleted first, while
    /// it still finds the frameworks' packages where they already are.
    /// </summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    private static async Task<PackedProduct> PackAsync()
    {
        var feed = Path.Combine(Repository.Artifacts, "feed");
        var packages = Path.Combine(Repository.Artifacts, "packages");
        Delete(feed);
        Delete(Path.Combine(packages, "testflock.testadapter"));
        Delete(Path.Combine(packages, "testflock.tool"));

        var pack = await Command.RunAsync(
            "bash", Repository.Folder, new Dictionary<string, string>(),
            "build/pack.sh", "--version", Version, "--output", feed);
        pack.ShouldSucceed();

        return new PackedProduct(feed, new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = packages,
            ["NUGET_FALLBACK_PACKAGES"] = UsersPackages,
        });
    }

    private static string UsersPackages =>
        System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(
            System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
