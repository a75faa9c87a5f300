namespace TestFlock.Allure;

/// <summary>The results cannot be written; the message has the place and the cure.</summary>
public sealed class AllureException(string message, Exception? inner = null) : Exception(message, inner);
