namespace TestFlock.Core.Packages;

/// <summary>
/// What a package may hold. Both sides check: the coordinator so that the user hears of it at once, the agent since
/// whoever can write to the store can write anything.
/// </summary>
public static class PackageLimits
{
    /// <summary>
    /// Test outputs have some hundred; what has ten thousand swept something up by mistake, such as node_modules.
    /// </summary>
    public const int MostFiles = 9_999;

    /// <summary>Bytes of one file: 2 GiB.</summary>
    public const long LargestFile = 2L * 1024 * 1024 * 1024;

    /// <summary>Bytes of all files together: 4 GiB.</summary>
    public const long LargestPackage = 4L * 1024 * 1024 * 1024;

    /// <summary>Bytes of a list of contents: 16 MiB, four times what the most files with long names need.</summary>
    public const int LargestList = 16 * 1024 * 1024;

    /// <summary>Characters of a path: room is left for the agent's own folder below what Windows bears.</summary>
    public const int LongestPath = 200;
}
