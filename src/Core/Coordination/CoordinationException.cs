namespace TestFlock.Core.Coordination;

/// <summary>The coordination cannot do what was asked; the message names the address and the cure.</summary>
public sealed class CoordinationException(string message, Exception? innerException = null)
    : Exception(message, innerException);
