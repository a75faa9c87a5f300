namespace TestFlock.Contracts;

/// <summary>Bounds that both sides of every channel hold to.</summary>
public static class WireLimits
{
    /// <summary>Bytes of one message on a channel within a machine: a result with a very long output fits.</summary>
    public const int LongestMessage = 256 * 1024 * 1024;
}
