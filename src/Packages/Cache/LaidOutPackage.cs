using TestFlock.Core.Packages;

namespace TestFlock.Packages.Cache;

/// <summary>A package that tests can run in; nobody else does.</summary>
/// <param name="Folder">Full path.</param>
/// <param name="Contents">What was laid out of the cache; null when it came from elsewhere.</param>
public sealed record LaidOutPackage(string Folder, PackageContents? Contents);
