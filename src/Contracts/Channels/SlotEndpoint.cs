namespace TestFlock.Contracts;

/// <summary>
/// How the parts of a test process find the slot that started it. An environment variable, so that the files and the
/// command line of a call hold nothing that is gone when a person runs it again by hand.
/// </summary>
public static class SlotEndpoint
{
    /// <summary>Names the variable that holds the pipe's name (on Unix the full path of its socket).</summary>
    public const string Variable = "TESTFLOCK_ENDPOINT";
}
