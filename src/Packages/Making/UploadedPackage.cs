namespace TestFlock.Packages.Making;

/// <summary>What it took to bring a package to a store.</summary>
/// <param name="Files">Files that the store lacked; files with the same content count once.</param>
/// <param name="Bytes">Bytes sent, compressed.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record UploadedPackage(int Files, long Bytes, TimeSpan Elapsed);
