namespace TestFlock.Packages.Cache;

/// <summary>Tells a disk without room from other trouble with files.</summary>
internal static class DiskFull
{
    private const int NoSpaceLeft = 28; // ENOSPC
    private const int OverQuota = 122; // EDQUOT
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);

    public static bool Is(Exception e) =>
        e is IOException { HResult: NoSpaceLeft or OverQuota or WindowsDiskFull or WindowsHandleDiskFull };
}
