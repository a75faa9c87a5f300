namespace TestFlock.Allure;

/// <summary>The results cannot be written; the message has the place and the cure.</summary>
public sealed class AllureException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>When results were written already.</summary>
    internal static AllureException NoLongerWritable(Exception cause) => new(
        $"The results could not be written any more: {cause.Message} Make room or give the right to write, and run "
        + "again for a whole report.",
        cause);
}
