namespace TestFlock.Contracts;

/// <summary>How an agent comes by the test assemblies of one folder of the caller's.</summary>
public sealed record RunPackage
{
    public required PackageOrigin Origin { get; init; }

    /// <summary>The full path of the folder on the caller's machine: the test cases' sources lie below it.</summary>
    public required string Folder { get; init; }

    /// <summary>Uploaded content: the SHA-256 of the list of its files, under which the store has that list.</summary>
    public string? Identity { get; init; }

    /// <summary>A shared folder: files, relative with slashes, whose SHA-256 must be what the caller found.</summary>
    public IReadOnlyDictionary<string, string> Hashes { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// In a NuGet package: the file name of the test assembly, which says where in the package the tests are.
    /// </summary>
    public string? Assembly { get; init; }

    /// <summary>A NuGet package's id.</summary>
    public string? Id { get; init; }

    /// <summary>A NuGet package's exact version.</summary>
    public string? Version { get; init; }

    /// <summary>The feed's address or folder; null: what the agent's own NuGet configuration says.</summary>
    public string? Feed { get; init; }
}
