namespace TestFlock.TestAdapter.Flock.Coordinator;

/// <summary>Finds the program that coordinates, where the package's targets put it.</summary>
internal static class CoordinatorProgram
{
    private const string ProgramFile = "testflock.dll";
    private const string PlaceFile = "program.path";

    /// <summary>The full path of the program for a test assembly.</summary>
    /// <exception cref="CoordinatorStartException">It is in none of its places.</exception>
    public static string Find(string source)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(source))!, VsAdapterFolder.Name);
        var lookedAt = new List<string>();
        foreach (var place in Places(folder))
        {
            if (File.Exists(place))
                return place;
            lookedAt.Add(place);
        }

        throw CoordinatorStartException.NoProgram(lookedAt);
    }

    private static IEnumerable<string> Places(string folder)
    {
        yield return Path.Combine(folder, "program", ProgramFile);

        var noted = Path.Combine(folder, PlaceFile);
        yield return File.Exists(noted) ? Path.Combine(File.ReadAllText(noted).Trim(), ProgramFile) : noted;
    }
}
