namespace TestFlock.Core.Packages;

/// <summary>A package cannot be made, stored, fetched or used; the message names the thing, the value and the cure.</summary>
public sealed class PackageException(string message, Exception? innerException = null)
    : Exception(message, innerException);
