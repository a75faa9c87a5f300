using TestFlock.Core.Packages;

namespace TestFlock.Packages.Making;

/// <summary>A test output as a package.</summary>
/// <param name="Folder">Where it lies on this machine.</param>
/// <param name="Contents">Its files.</param>
/// <param name="LeftOut">How many files were left out.</param>
public sealed record MadePackage(string Folder, PackageContents Contents, int LeftOut);
