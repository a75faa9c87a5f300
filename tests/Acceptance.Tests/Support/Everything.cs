namespace TestFlock.Acceptance.Tests.Support;

/// <summary>
/// Of two versions of one adapter, the earlier is tried with less, since both select tests alike; with everything for
/// who sets <c>TESTFLOCK_ALL_VERSIONS=1</c>.
/// </summary>
public static class Everything
{
    public static bool IsWanted => Environment.GetEnvironmentVariable("TESTFLOCK_ALL_VERSIONS") == "1";
}
