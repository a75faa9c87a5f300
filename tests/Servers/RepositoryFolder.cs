namespace TestFlock.Tests.Servers;

/// <summary>The root of the repository, found from where the tests run.</summary>
public static class RepositoryFolder
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(at.FullName, "Extension.sln")))
                return at.FullName;
        }

        throw new DirectoryNotFoundException(
            $"No folder above {folder} holds Extension.sln; run the tests from a checkout.");
    }
}
