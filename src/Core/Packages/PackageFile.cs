namespace TestFlock.Core.Packages;

/// <summary>One file of a package.</summary>
public sealed record PackageFile
{
    /// <summary>Relative, with slashes; see <see cref="PackagePath"/>.</summary>
    public required string Path { get; init; }

    public required ContentHash Hash { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Whether it may be started as a program where files say so.</summary>
    public bool IsExecutable { get; init; }
}
