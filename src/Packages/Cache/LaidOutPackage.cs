namespace TestFlock.Packages.Cache;

/// <summary>A package that tests can run in; nobody else does.</summary>
/// <param name="Folder">Full path.</param>
/// <param name="Contents">What was laid out; tests may have added to it since.</param>
public sealed record LaidOutPackage(string Folder, Core.Packages.PackageContents Contents);
