namespace TestFlock.Core.History;

/// <summary>The store of past durations failed; the message names it, and the cure.</summary>
public sealed class HistoryException(string message, Exception innerException) : Exception(message, innerException);
