namespace TestFlock.Core.Packages;

/// <summary>
/// A package cannot be made, stored, fetched or used; the message names the thing, the value and the cure.
/// </summary>
public sealed class PackageException(string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Whether it is the package's fault and not this machine's: nobody else will fare better.</summary>
    public bool IsOfPackage { get; init; }
}
