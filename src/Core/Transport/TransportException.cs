namespace TestFlock.Core.Transport;

/// <summary>The transport cannot do what was asked; the message names the address and the cure.</summary>
public sealed class TransportException(string message, Exception? innerException = null)
    : Exception(message, innerException);
