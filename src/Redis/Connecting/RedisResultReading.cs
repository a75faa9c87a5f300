using StackExchange.Redis;

namespace TestFlock.Redis.Connecting;

/// <summary>What scripts answer, told apart.</summary>
internal static class RedisResultReading
{
    /// <summary>Whether the answer is one text, and this one; a list is none.</summary>
    public static bool IsText(this RedisResult result, string text)
    {
        // The client library tells the kinds apart only by what a cast does with them.
        try
        {
            return (string?)result == text;
        }
        catch (InvalidCastException)
        {
            return false;
        }
    }
}
