namespace TestFlock.Packages.Making;

/// <summary>A file of a test output.</summary>
/// <param name="Path">Relative, with slashes.</param>
/// <param name="FullPath">On this machine.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Written">When it was last written to, in UTC.</param>
/// <param name="IsExecutable">Whether somebody may start it as a program.</param>
internal sealed record OutputFile(string Path, string FullPath, long Size, DateTime Written, bool IsExecutable);
