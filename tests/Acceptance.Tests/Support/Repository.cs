namespace TestFlock.Acceptance.Tests.Support;

/// <summary>The checkout that these tests were built from.</summary>
public static class Repository
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Where acceptance tests keep what they share; git ignores it.</summary>
    public static string Artifacts { get; } = Path.Combine(Folder, "artifacts", "acceptance");

    private static string Find(string start)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Extension.sln")))
                return at.FullName;
        }

        throw new DirectoryNotFoundException(
            $"No folder above {start} holds Extension.sln; run the tests from a checkout.");
    }
}
